import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('blog', '0001_initial'),
        ('blog', '0002_translations'),
        ('blog', '0003_board_is_a_group'),
        ('blog', '0004_groups_own'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('discuss', '0001_whole'),
        ('groups', '0001_whole'),
        ('uploads', '0001_whole'),
    ]

    operations = together([
        migrations.CreateModel(
            name='Credit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(choices=[('commons', 'Wikimedia Commons'), ('own', 'Sent here')], max_length=8)),
                ('title', models.CharField(blank=True, max_length=255)),
                ('page_url', models.URLField(blank=True, max_length=1000)),
                ('author', models.CharField(blank=True, max_length=300)),
                ('author_url', models.URLField(blank=True, max_length=1000)),
                ('licence', models.CharField(blank=True, max_length=120)),
                ('licence_url', models.URLField(blank=True, max_length=1000)),
                ('taken', models.CharField(blank=True, max_length=120)),
                ('description', models.TextField(blank=True, max_length=1000)),
                ('description_language', models.CharField(blank=True, max_length=20)),
                ('upload', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='credit', to='uploads.upload')),
            ],
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=20)),
                ('stage', models.CharField(choices=[('pitch', 'Pitch'), ('draft', 'Draft'), ('review', 'In review'), ('changes', 'Changes wanted'), ('scheduled', 'Scheduled'), ('published', 'Published'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10)),
                ('stage_since', models.DateTimeField(default=django.utils.timezone.now)),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('shared_at', models.DateTimeField(blank=True, null=True)),
                ('projects', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('regions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), blank=True, default=list, size=None)),
                ('wanted_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('publish_at', models.DateTimeField(blank=True, null=True)),
                ('publish_zone', models.CharField(blank=True, max_length=64)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('featured_at', models.DateTimeField(blank=True, null=True)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('key', models.UUIDField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='discuss.category')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='groups.group')),
                ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='uploads.upload')),
                ('reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to=settings.AUTH_USER_MODEL)),
                ('room', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='discuss.topic')),
                ('tags', models.ManyToManyField(blank=True, related_name='stories', to='discuss.tag')),
                ('topic', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='story', to='discuss.topic')),
            ],
            options={
                'verbose_name_plural': 'stories',
                'indexes': [models.Index(models.F('published_at'), models.F('id'), condition=models.Q(('stage', 'published')), name='story_published'), models.Index(models.F('stage'), models.F('stage_since'), name='story_of_stage'), models.Index(models.F('publish_at'), condition=models.Q(('stage', 'scheduled')), name='story_due')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('key__isnull', False)), fields=('by', 'key'), name='story_key_once'), models.CheckConstraint(condition=models.Q(models.Q(('stage', 'published'), _negated=True), models.Q(('published_at__isnull', False), ('topic__isnull', False)), _connector='OR'), name='story_published_is_a_topic'), models.CheckConstraint(condition=models.Q(models.Q(('category', None), ('group', None)), models.Q(('category__isnull', False), ('group__isnull', False)), _connector='OR'), name='story_of_a_group_has_a_room'), models.CheckConstraint(condition=models.Q(models.Q(('stage', 'scheduled'), _negated=True), ('publish_at__isnull', False), _connector='OR'), name='story_scheduled_has_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('note', models.TextField(max_length=1000)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='blog.story')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('point', models.CharField(choices=[('scope', 'Scope'), ('sources', 'Sources'), ('credits', 'Credits'), ('tone', 'Tone'), ('summary', 'Summary'), ('languages', 'Languages')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='blog.story')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('story', 'point'), name='check_once')],
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='authored', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='authors', to='blog.story')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'indexes': [models.Index(models.F('story'), models.F('position'), name='author_in_order')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('story', 'person'), name='author_once'), models.CheckConstraint(condition=models.Q(models.Q(('name', ''), ('person__isnull', False)), models.Q(('person__isnull', True), models.Q(('name', ''), _negated=True)), _connector='OR'), name='author_is_a_person_or_a_guest')],
            },
        ),
        migrations.CreateModel(
            name='Taken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=20)),
                ('before', models.CharField(choices=[('pitch', 'Pitch'), ('draft', 'Draft'), ('review', 'In review'), ('changes', 'Changes wanted'), ('scheduled', 'Scheduled'), ('published', 'Published'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('after', models.CharField(choices=[('pitch', 'Pitch'), ('draft', 'Draft'), ('review', 'In review'), ('changes', 'Changes wanted'), ('scheduled', 'Scheduled'), ('published', 'Published'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reason', models.TextField(blank=True, max_length=2000)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='taken', to='blog.story')),
            ],
            options={
                'indexes': [models.Index(models.F('story'), models.F('at'), models.F('id'), name='taken_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='blog.story')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('story', 'language'), name='wish_once')],
            },
        ),
        migrations.CreateModel(
            name='Reviewer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviewer_of', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'language'), name='reviewer_once')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=20)),
                ('is_original', models.BooleanField(default=False)),
                ('title', models.CharField(blank=True, max_length=255)),
                ('slug', models.CharField(blank=True, max_length=120)),
                ('summary', models.CharField(blank=True, max_length=500)),
                ('tag_names', models.JSONField(blank=True, default=dict)),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('stale_since', models.DateTimeField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='blog.story')),
            ],
            options={
                'indexes': [models.Index(models.F('slug'), name='edition_slug')],
                'constraints': [models.UniqueConstraint(fields=('story', 'language'), name='edition_once'), models.UniqueConstraint(condition=models.Q(('is_original', True)), fields=('story',), name='one_original_a_story')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.CharField(max_length=500)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='blog.edition')),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='note', to='discuss.post')),
                ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(blank=True, max_length=255)),
                ('summary', models.CharField(blank=True, max_length=500)),
                ('caption', models.CharField(blank=True, max_length=500)),
                ('alt', models.CharField(blank=True, max_length=500)),
                ('source', models.TextField(blank=True)),
                ('html', models.TextField(blank=True)),
                ('renderer', models.PositiveSmallIntegerField()),
                ('words', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('restores', models.PositiveIntegerField(blank=True, null=True)),
                ('follows', models.PositiveIntegerField(blank=True, null=True)),
                ('parts', models.JSONField(blank=True, null=True)),
                ('tag_names', models.JSONField(blank=True, default=dict)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='blog.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='version_once')],
            },
        ),
        migrations.CreateModel(
            name='SentBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('words', models.TextField(max_length=2000)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sent_back', to='blog.edition')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='blog.version')),
            ],
        ),
        migrations.CreateModel(
            name='Editing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editing', to='blog.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='editing_once')],
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='shown',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blog.version'),
        ),
        migrations.AddField(
            model_name='edition',
            name='current',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blog.version'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.F('language'), models.F('story'), condition=models.Q(('shown__isnull', False)), name='edition_shown'),
        ),
    ])
