import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together

OURS = [
    (
        "en",
        "Off the topic",
        "What you wrote is welcome here, and in this conversation it leads away from what the others talk about. "
        "Please begin a topic of its own for it.",
    ),
    (
        "fr",
        "Parler des personnes",
        "Parlons de ce qui est dit et non de la personne qui le dit. Vous pouvez modifier votre message : "
        "il reviendra dès que quelqu’un l’aura relu.",
    ),
    (
        "ar",
        "إعلان",
        "هذا المكان للحديث عن المعرفة الحرة، لا للإعلان عن بضاعة أو خدمة. إذا كانت لك صلة بما كتبتَ عنه فاذكرها صراحةً.",
    ),
]


def add_ours(apps, schema_editor):
    answers = apps.get_model("review", "CannedAnswer")
    for language, title, text in OURS:
        answers.objects.create(language=language, title=title, text=text)


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('review', '0001_initial'),
        ('review', '0002_log'),
        ('review', '0003_gate'),
        ('review', '0004_authors_answer'),
        ('review', '0005_queue'),
        ('review', '0006_team_room'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('discuss', '0001_whole'),
        ('groups', '0001_whole'),
        ('moderation', '0001_whole'),
    ]

    operations = together([
        migrations.CreateModel(
            name='CannedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='Name')),
                ('language', models.CharField(blank=True, max_length=20, verbose_name='Language')),
                ('text', models.CharField(max_length=1500, verbose_name='Text')),
            ],
            options={
                'ordering': ['language', 'title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='KnownHost',
            fields=[
                ('host', models.CharField(max_length=255, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing_kind', models.CharField(max_length=60)),
                ('thing_id', models.BigIntegerField()),
                ('topic', models.BigIntegerField(default=0)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('weight', models.FloatField(default=0)),
                ('is_held', models.BooleanField(default=False)),
                ('hidden_at', models.DateTimeField(null=True)),
                ('words', models.CharField(blank=True, max_length=2000)),
                ('amended_at', models.DateTimeField(null=True)),
                ('asks_staff', models.BooleanField(default=False)),
                ('claimed_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('category', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='discuss.category')),
                ('claimed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.group')),
            ],
            options={
                'indexes': [models.Index(models.OrderBy(models.F('weight'), descending=True), models.F('opened_at'), models.F('id'), condition=models.Q(('decided_at', None)), name='queue'), models.Index(models.F('opened_at'), condition=models.Q(('decided_at', None)), name='queue_by_age'), models.Index(models.F('opened_at'), condition=models.Q(('decided_at', None), ('is_held', True)), name='queue_held'), models.Index(models.OrderBy(models.F('decided_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('decided_at__isnull', False)), name='queue_done'), models.Index(models.F('author'), models.F('opened_at'), name='case_of_author'), models.Index(models.F('topic'), condition=models.Q(('decided_at', None)), name='case_of_topic')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('thing_kind', 'thing_id'), name='one_waiting_case')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('did', models.CharField(choices=[('hide', 'Agree and hide'), ('keep', 'Keep'), ('ignore', 'Ignore'), ('delete', 'Delete'), ('ask', 'Ask the author to edit'), ('close', 'Close the topic'), ('agree', 'Agree')], max_length=7)),
                ('clause', models.CharField(blank=True, choices=[('respect', 'Respect each other'), ('topic', 'Stay with the topic'), ('spam', 'No advertising, no vandalism'), ('privacy', 'Respect privacy'), ('rights', 'Share only what may be shared'), ('law', 'Respect the law'), ('other', 'Something else, as told')], max_length=8)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('follows', models.CharField(blank=True, choices=[('', 'Nothing'), ('warning', 'A warning'), ('silence', 'Silence: reads, cannot write'), ('suspension', 'Suspension: as if signed out')], default='', max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reversed_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='review.case')),
                ('penalty', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decision', to='moderation.penalty')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(models.F('at'), name='decision_at')],
            },
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=2000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Waits for another moderator'), ('upheld', 'The decision stays'), ('reversed', 'The decision was wrong and is undone')], default='', max_length=8)),
                ('decided_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appeal', to='review.decision')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Flag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sender', models.CharField(blank=True, max_length=50)),
                ('rule', models.CharField(blank=True, max_length=40)),
                ('why', models.CharField(choices=[('off-topic', "It's Off-Topic"), ('inappropriate', "It's Inappropriate"), ('spam', "It's Spam"), ('else', 'Something Else'), ('illegal', "It's Illegal")], max_length=13)),
                ('words', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('weight', models.FloatField(default=0)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('agreed', models.BooleanField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='review.case')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(models.F('by'), models.F('at'), name='flag_of_person')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('by__isnull', False), ('withdrawn_at', None)), fields=('case', 'by'), name='one_flag_each')],
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='line', serialize=False, to='moderation.logentry')),
                ('at', models.DateTimeField()),
                ('sort', models.CharField(choices=[('cases', 'Flags and decisions'), ('appeals', 'Appeals'), ('posts', 'Posts'), ('topics', 'Topics'), ('people', 'People'), ('groups', 'Groups'), ('place', 'Settings, categories and tags')], max_length=7)),
                ('by_machine', models.BooleanField(default=False)),
                ('clause', models.CharField(blank=True, max_length=8)),
                ('circle', models.BigIntegerField(default=-2)),
                ('about', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('category', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='discuss.category')),
            ],
            options={
                'indexes': [models.Index(fields=['-at', '-entry'], name='log_newest'), models.Index(fields=['sort', '-at', '-entry'], name='log_of_sort'), models.Index(condition=models.Q(('by_machine', True)), fields=['-at', '-entry'], name='log_of_machine'), models.Index(condition=models.Q(('clause', ''), _negated=True), fields=['clause', '-at', '-entry'], name='log_of_clause'), models.Index(condition=models.Q(('category__isnull', False)), fields=['category', '-at', '-entry'], name='log_of_category'), models.Index(condition=models.Q(('about__isnull', False)), fields=['about'], name='log_about')],
            },
        ),
        migrations.CreateModel(
            name='Month',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('language', models.CharField(blank=True, max_length=20)),
                ('flags', models.PositiveIntegerField(default=0)),
                ('decisions', models.PositiveIntegerField(default=0)),
                ('median_minutes', models.PositiveIntegerField(null=True)),
                ('appeals', models.PositiveIntegerField(default=0)),
                ('reversals', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['-month', 'language'],
                'constraints': [models.UniqueConstraint(fields=('month', 'language'), name='month_once')],
            },
        ),
        migrations.CreateModel(
            name='StaffNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=2000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='TeamRoom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('alone', models.BooleanField(default=True, editable=False, unique=True)),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.group')),
            ],
        ),
        migrations.CreateModel(
            name='Trace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('marks', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('links', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('by'), models.F('at'), name='trace_of_person')],
            },
        ),
        migrations.CreateModel(
            name='WatchedWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=100)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('whole', models.BooleanField(default=True)),
                ('does', models.CharField(choices=[('refuse', 'Refuse the text'), ('approval', 'Hold it until a moderator looked'), ('flag', 'Show it, and put a flag on it'), ('replace', 'Put other words in its place')], max_length=8)),
                ('replacement', models.CharField(blank=True, max_length=100)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('removed_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['language', 'word', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('word', 'language'), name='watched_word_once')],
            },
        ),
        migrations.RunPython(add_ours, migrations.RunPython.noop),
    ])
