import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
from space.kit.migrating import together
import space.events.models.guests
import space.events.models.outside
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('events', '0001_events'),
        ('events', '0002_asking'),
        ('events', '0003_whole_days'),
        ('events', '0004_outside'),
        ('events', '0005_series'),
        ('events', '0006_guests'),
        ('events', '0007_sources'),
        ('events', '0008_in_turn'),
        ('events', '0009_single_dates'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('discuss', '0001_whole'),
    ]

    operations = together([
        migrations.CreateModel(
            name='CalendarKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=space.events.models.outside.new_key, max_length=32)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('first_time', models.TimeField(blank=True, null=True)),
                ('last_time', models.TimeField(blank=True, null=True)),
                ('zone', models.CharField(default='UTC', max_length=64)),
                ('rule', models.CharField(blank=True, max_length=300)),
                ('more_days', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None)),
                ('status', models.CharField(choices=[('tentative', 'Tentative'), ('confirmed', 'Confirmed'), ('cancelled', 'Cancelled')], default='confirmed', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('edit-a-thon', 'Edit-a-thon'), ('meetup', 'Meetup'), ('conference', 'Conference'), ('workshop', 'Workshop'), ('training', 'Training'), ('contest', 'Contest'), ('hackathon', 'Hackathon'), ('campaign', 'Campaign'), ('office-hour', 'Office hour'), ('other', 'Other')], max_length=12), blank=True, default=list, size=None)),
                ('projects', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('is_on_site', models.BooleanField(default=False)),
                ('is_online', models.BooleanField(default=False)),
                ('place_follows', models.BooleanField(default=False)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('region', models.CharField(blank=True, max_length=100)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('geoname', models.PositiveIntegerField(blank=True, null=True)),
                ('online_url', models.URLField(blank=True, max_length=500)),
                ('online_for_going', models.BooleanField(default=False)),
                ('wiki_url', models.URLField(blank=True, max_length=500)),
                ('capacity', models.PositiveIntegerField(blank=True, null=True)),
                ('guests_may_come', models.BooleanField(blank=True, null=True)),
                ('going_count', models.PositiveIntegerField(default=0)),
                ('uid', models.CharField(max_length=255, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('vevent', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('key', models.UUIDField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('continues', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='continued_by', to='events.event')),
                ('same_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.event')),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='event', to='discuss.topic')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['types'], name='event_types'), models.Index(models.F('country'), condition=models.Q(('country', ''), _negated=True), name='event_country')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('key__isnull', False)), fields=('by', 'key'), name='event_key_once'), models.CheckConstraint(condition=models.Q(models.Q(('first_time__isnull', True), ('last_time__isnull', True)), models.Q(('first_time__isnull', False), ('last_time__isnull', False)), _connector='OR'), name='event_has_both_times_or_none'), models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='event_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), _connector='OR'), name='event_has_both_coordinates_or_none')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.DateField()),
                ('is_gone', models.BooleanField(default=False)),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('first_time', models.TimeField(blank=True, null=True)),
                ('last_time', models.TimeField(blank=True, null=True)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='events.event')),
            ],
            options={
                'ordering': ['of'],
                'constraints': [models.UniqueConstraint(fields=('event', 'of'), name='change_of_a_day_once'), models.CheckConstraint(condition=models.Q(('is_gone', True), models.Q(('first_day__isnull', False), ('last_day__isnull', False)), _connector='OR'), name='change_is_gone_or_moved')],
            },
        ),
        migrations.CreateModel(
            name='EventVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('summary', models.CharField(blank=True, max_length=500)),
                ('said', models.JSONField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='events.event')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('event', 'number'), name='event_version_once')],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=60)),
                ('address', models.EmailField(blank=True, max_length=254)),
                ('language', models.CharField(max_length=20)),
                ('key', models.CharField(default=space.events.models.guests.new_key, max_length=30)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='events.event')),
            ],
            options={
                'indexes': [models.Index(models.F('asked_at'), condition=models.Q(('confirmed_at', None)), name='guest_unconfirmed')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('address', ''), _negated=True), fields=('event', 'address'), name='guest_address_once')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.DateField(blank=True, null=True)),
                ('answer', models.CharField(choices=[('going', 'Going'), ('interested', 'Interested'), ('not', 'Not going')], max_length=10)),
                ('waits_since', models.DateTimeField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attends', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='events.event')),
                ('guest', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='events.guest')),
            ],
            options={
                'indexes': [models.Index(models.F('event'), models.F('waits_since'), models.F('id'), condition=models.Q(('waits_since__isnull', False)), name='attendance_waits')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('of', None)), fields=('event', 'person'), name='attendance_once'), models.UniqueConstraint(condition=models.Q(('of__isnull', False)), fields=('event', 'person', 'of'), name='attendance_of_a_day_once'), models.CheckConstraint(condition=models.Q(models.Q(('guest__isnull', True), ('person__isnull', False)), models.Q(('guest__isnull', False), ('is_public', False), ('of', None), ('person__isnull', True)), _connector='OR'), name='attendance_of_person_or_guest'), models.CheckConstraint(condition=models.Q(('waits_since__isnull', True), ('answer', 'going'), _connector='OR'), name='attendance_waits_to_go')],
            },
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('found', models.CharField(blank=True, choices=[('same', 'Same'), ('different', 'Different')], max_length=10)),
                ('found_at', models.DateTimeField(blank=True, null=True)),
                ('first', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='events.event')),
                ('found_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='events.event')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='likeness_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='likeness_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Occurrence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.DateField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('is_all_day', models.BooleanField(default=False)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('reminded_a_day', models.DateTimeField(blank=True, null=True)),
                ('reminded_an_hour', models.DateTimeField(blank=True, null=True)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='occurrences', to='events.event')),
            ],
            options={
                'indexes': [models.Index(models.F('starts_at'), models.F('id'), name='occurrence_starts'), models.Index(models.F('ends_at'), models.F('id'), name='occurrence_ends')],
                'constraints': [models.UniqueConstraint(fields=('event', 'of'), name='occurrence_of_a_day_once'), models.CheckConstraint(condition=models.Q(('ends_at__gte', models.F('starts_at'))), name='occurrence_lasts')],
            },
        ),
        migrations.CreateModel(
            name='Organiser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='organisers', to='events.event')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organises', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('event', 'person'), name='organiser_once')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, default=list, size=None)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='events.event')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('event', 'position'), name='question_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Given',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500)),
                ('attendance', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='given', to='events.attendance')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='given', to='events.question')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('attendance', 'question'), name='given_once')],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('address', models.CharField(blank=True, max_length=500)),
                ('shows_address', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('reading_since', models.DateTimeField(blank=True, null=True)),
                ('etag', models.CharField(blank=True, max_length=200)),
                ('modified', models.CharField(blank=True, max_length=100)),
                ('digest', models.CharField(blank=True, max_length=32)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('failing_since', models.DateTimeField(blank=True, null=True)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('problems', models.JSONField(blank=True, default=list)),
                ('emptied_at', models.DateTimeField(blank=True, null=True)),
                ('underway', models.JSONField(blank=True, default=dict)),
                ('muted_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('muted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('due_at'), condition=models.Q(('due_at__isnull', False)), name='source_due')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('address', '')), fields=('by', 'name'), name='source_once'), models.UniqueConstraint(condition=models.Q(('muted_at', None), ('stopped_at', None), models.Q(('address', ''), _negated=True)), fields=('address',), name='source_read_once')],
            },
        ),
        migrations.CreateModel(
            name='Imported',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=255)),
                ('recurrence', models.CharField(blank=True, max_length=40)),
                ('digest', models.CharField(max_length=32)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('is_muted', models.BooleanField(default=False)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='imported', to='events.event')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imported', to='events.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('by', 'uid', 'recurrence'), name='imported_once')],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('said', models.JSONField()),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='event_templates', to=settings.AUTH_USER_MODEL)),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='event_templates', to='discuss.category')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('category', None)), fields=('by', 'name'), name='event_template_own_name'), models.UniqueConstraint(condition=models.Q(('category__isnull', False)), fields=('category', 'name'), name='event_template_name')],
            },
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.DateField(blank=True, null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('text', models.CharField(max_length=1000)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='events.event')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
    ])
