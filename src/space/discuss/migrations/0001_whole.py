import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import space.discuss.models.drafts
import space.kit.folding
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
from space.kit.folding import LETTERS_SQL
from space.kit.migrating import together


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('discuss', '0001_initial'),
        ('discuss', '0002_tags_in_order'),
        ('discuss', '0003_covered_indexes'),
        ('discuss', '0004_conversations'),
        ('discuss', '0005_marks_and_indexes'),
        ('discuss', '0006_unread_at'),
        ('discuss', '0007_polls'),
        ('discuss', '0008_editing'),
        ('discuss', '0009_responses'),
        ('discuss', '0010_people'),
        ('discuss', '0011_relating'),
        ('discuss', '0012_writing'),
        ('discuss', '0013_tags_and_rooms'),
        ('discuss', '0014_languages'),
        ('discuss', '0015_levels'),
        ('discuss', '0016_stories'),
        ('discuss', '0017_events'),
        ('discuss', '0018_votes_of_nobody'),
        ('discuss', '0019_messages'),
        ('discuss', '0020_group_mentions'),
        ('discuss', '0021_moderator_groups'),
        ('discuss', '0022_pace'),
        ('discuss', '0023_content_notes'),
        ('discuss', '0024_approval'),
        ('discuss', '0025_asking'),
        ('discuss', '0026_moved'),
    ]

    dependencies = [
        ('accounts', '0001_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('groups', '0001_whole'),
    ]

    operations = together([
        TrigramExtension(),
        migrations.RunSQL(LETTERS_SQL, migrations.RunSQL.noop),
        migrations.CreateModel(
            name='ListTaste',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='list_taste', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('hidden_kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None)),
                ('new_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('opens_notes', models.BooleanField(db_default=False, default=False)),
            ],
        ),
        migrations.CreateModel(
            name='TagGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('description', models.CharField(blank=True, max_length=300)),
                ('one_a_topic', models.BooleanField(default=False)),
                ('trust', models.PositiveSmallIntegerField(choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], default=0)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='visit', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('seen_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before_at', models.DateTimeField(null=True)),
                ('days', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('new', 'New'), ('unread', 'Unread')], max_length=10)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('numbers', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='LastPost',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='last_post', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['-at', '-person'], name='last_post_at')],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('description', models.CharField(blank=True, max_length=300)),
                ('introduced', models.BooleanField(default=False)),
                ('stands_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='synonyms', to='discuss.tag')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tags', to='discuss.taggroup')),
            ],
            options={
                'ordering': ['name'],
                'indexes': [models.Index(django.db.models.functions.comparison.Collate(space.kit.folding.Folded('name'), 'C'), name='tag_by_name')],
                'constraints': [models.CheckConstraint(condition=models.Q(('stands_for__isnull', True), models.Q(('stands_for', models.F('pk')), _negated=True), _connector='OR'), name='tag_does_not_stand_for_itself', violation_error_message='A synonym stands for another tag.')],
            },
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'other'), name='block_once')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('data', models.JSONField(default=dict)),
                ('form', models.UUIDField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=space.discuss.models.drafts.first_version)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('discarded_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='draft_once')],
            },
        ),
        migrations.CreateModel(
            name='Category',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(allow_unicode=True, max_length=80, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('description', models.TextField(blank=True, max_length=1000)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('tone', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)])),
                ('icon', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('conversation', 'Conversations'), ('archive', 'Archive')], default='conversation', max_length=12)),
                ('audience', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members'), ('group', 'A group'), ('people', 'The people in it'), ('draft', 'Its writers'), ('nobody', 'Nobody')], default='public', max_length=8)),
                ('who_replies', models.CharField(choices=[('members', 'Everyone who has signed in'), ('moderators', 'Moderators'), ('nobody', 'Nobody')], default='members', max_length=12)),
                ('who_starts', models.CharField(choices=[('members', 'Everyone who has signed in'), ('moderators', 'Moderators'), ('nobody', 'Nobody')], default='members', max_length=12)),
                ('trust_to_start', models.PositiveSmallIntegerField(choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], default=0)),
                ('trust_to_reply', models.PositiveSmallIntegerField(choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], default=0)),
                ('approval', models.CharField(choices=[('none', "Nobody's: they appear at once"), ('new', 'Those of newer people (trust 0 and 1)'), ('all', "Everybody's")], default='none', max_length=4)),
                ('first_list', models.CharField(choices=[('latest', 'Latest'), ('top', 'Top'), ('hot', 'Hot')], default='latest', max_length=10)),
                ('template', models.TextField(blank=True, max_length=4000)),
                ('suppressed_from_latest', models.BooleanField(default=False)),
                ('noindex', models.BooleanField(default=False)),
                ('topics_count', models.PositiveIntegerField(default=0)),
                ('posts_count', models.PositiveIntegerField(default=0)),
                ('last_posted_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='categories', to='groups.group')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='discuss.category')),
            ],
            options={
                'verbose_name_plural': 'categories',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('audience', 'group'), ('group__isnull', False)), models.Q(('audience__in', ['public', 'members']), ('group__isnull', True)), _connector='OR'), name='category_names_its_group', violation_error_message='A category for a group has to name that group.'), models.CheckConstraint(condition=models.Q(('parent', models.F('pk')), _negated=True), name='category_is_not_its_own_parent')],
            },
        ),
        migrations.CreateModel(
            name='Asking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=300)),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='asking', to='groups.group')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='discuss.category')),
            ],
        ),
        migrations.CreateModel(
            name='Following',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.SmallIntegerField(choices=[(-1, 'Muted'), (0, 'Normal'), (1, 'Tracking'), (2, 'Watching'), (3, 'Watching first posts')])),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('category', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='discuss.category')),
                ('other', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='followers', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='follows', to=settings.AUTH_USER_MODEL)),
                ('tag', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='discuss.tag')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', False), ('other__isnull', True), ('tag__isnull', True)), models.Q(('category__isnull', True), ('other__isnull', True), ('tag__isnull', False)), models.Q(('category__isnull', True), ('other__isnull', False), ('tag__isnull', True)), _connector='OR'), name='following_names_one_thing'), models.CheckConstraint(condition=models.Q(('other__isnull', True), models.Q(('other', models.F('person')), _negated=True), _connector='OR'), name='nobody_follows_themselves'), models.UniqueConstraint(condition=models.Q(('category__isnull', False)), fields=('person', 'category'), name='following_category_once'), models.UniqueConstraint(condition=models.Q(('tag__isnull', False)), fields=('person', 'tag'), name='following_tag_once'), models.UniqueConstraint(condition=models.Q(('other__isnull', False)), fields=('person', 'other'), name='following_other_once')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('conversation', 'Conversation'), ('question', 'Question'), ('archived', 'From an archive'), ('story', 'Story'), ('event', 'Event'), ('message', 'Private message')], default='conversation', max_length=12)),
                ('audience', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members'), ('group', 'A group'), ('people', 'The people in it'), ('draft', 'Its writers'), ('nobody', 'Nobody')], max_length=8)),
                ('listed', models.BooleanField(default=True)),
                ('unlisted', models.BooleanField(default=False)),
                ('slow_minutes', models.PositiveSmallIntegerField(db_default=0, default=0)),
                ('closes_at', models.DateTimeField(blank=True, null=True)),
                ('reopens_at', models.DateTimeField(blank=True, null=True)),
                ('title', models.CharField(max_length=255)),
                ('slug', models.CharField(max_length=120)),
                ('excerpt', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(blank=True, max_length=20), default=list, size=None)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('last_posted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('posts_count', models.PositiveIntegerField(default=0)),
                ('highest_number', models.PositiveIntegerField(default=0)),
                ('moved_number', models.PositiveIntegerField(db_default=0, default=0)),
                ('last_number', models.PositiveIntegerField(default=0)),
                ('views', models.PositiveIntegerField(default=0)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('deeds_count', models.PositiveSmallIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('asked', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='asked_topics', to='groups.group')),
                ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='topics', to=settings.AUTH_USER_MODEL)),
                ('category', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='topics', to='discuss.category')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='topics', to='groups.group')),
                ('tags', models.ManyToManyField(blank=True, related_name='topics', to='discuss.tag')),
            ],
            options={
                'indexes': [models.Index(models.F('last_posted_at'), models.F('id'), condition=models.Q(('listed', True)), name='topic_latest'), models.Index(models.F('category'), models.F('last_posted_at'), models.F('id'), name='topic_of_category'), models.Index(models.F('author'), models.F('created_at'), name='topic_of_author'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(space.kit.folding.Letters('title'), 'gin_trgm_ops'), name='topic_title_letters'), django.contrib.postgres.indexes.GinIndex(fields=['languages'], name='topic_languages'), models.Index(models.F('created_at'), models.F('id'), condition=models.Q(('listed', True)), name='topic_made'), models.Index(models.F('asked'), models.F('last_posted_at'), models.F('id'), condition=models.Q(('asked__isnull', False)), name='topic_asked'), models.Index(models.F('closes_at'), condition=models.Q(('closes_at__isnull', False)), name='topic_closes'), models.Index(models.F('reopens_at'), condition=models.Q(('reopens_at__isnull', False)), name='topic_reopens'), models.Index(models.F('last_posted_at'), models.F('id'), condition=models.Q(('listed', True), ('posts_count', 1)), name='topic_unanswered')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('audience', 'group'), _negated=True), ('group__isnull', False), _connector='OR'), name='topic_names_its_group'), models.CheckConstraint(condition=models.Q(('category__isnull', False), ('audience__in', ['people', 'draft']), _connector='OR'), name='topic_has_a_room')],
            },
        ),
        migrations.CreateModel(
            name='Deed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('what', models.CharField(max_length=20)),
                ('before', models.CharField(blank=True, max_length=600)),
                ('after', models.CharField(blank=True, max_length=600)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deeds', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(models.F('topic'), models.F('number'), models.F('id'), name='deed_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('source', models.TextField()),
                ('html', models.TextField()),
                ('renderer', models.PositiveSmallIntegerField()),
                ('language', models.CharField(blank=True, max_length=20)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('hidden_at', models.DateTimeField(blank=True, null=True)),
                ('is_wiki', models.BooleanField(default=False)),
                ('content_note', models.CharField(blank=True, db_default='', max_length=100)),
                ('note_language', models.CharField(blank=True, db_default='', max_length=20)),
                ('reactions', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=1)),
                ('key', models.UUIDField(blank=True, null=True)),
                ('answers_for', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.group')),
                ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL)),
                ('noted_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reply_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replies', to='discuss.post')),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(models.F('author'), models.F('created_at'), name='post_of_author'), models.Index(models.F('answers_for'), models.F('created_at'), condition=models.Q(('answers_for__isnull', False)), name='post_answers_for')],
                'constraints': [models.UniqueConstraint(fields=('topic', 'number'), name='post_number_once'), models.UniqueConstraint(condition=models.Q(('key__isnull', False)), fields=('author', 'key'), name='post_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Poll',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=255)),
                ('way', models.CharField(choices=[('single', 'One choice'), ('several', 'Several choices'), ('ranked', 'In order of preference')], default='single', max_length=8)),
                ('at_most', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('secret', models.BooleanField(default=True)),
                ('results', models.CharField(choices=[('always', 'Always'), ('voted', 'To who has voted'), ('closed', 'When it is closed')], default='always', max_length=8)),
                ('closes_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('voters', models.PositiveIntegerField(default=0)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='poll', to='discuss.post')),
            ],
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('poll', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='discuss.poll')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('poll', 'person'), name='ballot_once')],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=255)),
                ('votes', models.PositiveIntegerField(default=0)),
                ('poll', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='options', to='discuss.poll')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('poll', 'position'), name='option_once')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='discuss.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'post'), name='mention_once')],
            },
        ),
        migrations.CreateModel(
            name='GroupMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.group')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups_named', to='discuss.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'group'), name='group_mention_once')],
            },
        ),
        migrations.CreateModel(
            name='Deletion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='deletion', to='discuss.post')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Bookmark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='bookmarks', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bookmarks', to='discuss.post')),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-at'], name='bookmark_of_person')],
                'constraints': [models.UniqueConstraint(fields=('post', 'person'), name='bookmark_once')],
            },
        ),
        migrations.CreateModel(
            name='Reaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('thanks', 'Thanks'), ('useful', 'Useful'), ('applause', 'Applause'), ('star', 'Star')], max_length=10)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='given_reactions', to='discuss.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'person', 'kind'), name='reaction_once')],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('source', models.TextField()),
                ('html', models.TextField()),
                ('renderer', models.PositiveSmallIntegerField(default=1)),
                ('title', models.CharField(blank=True, max_length=255)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('summary', models.CharField(blank=True, max_length=200)),
                ('restores', models.PositiveIntegerField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='discuss.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'version'), name='revision_once')],
            },
        ),
        migrations.CreateModel(
            name='Hiding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='hiding', to='discuss.revision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TitleWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=12)),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='title_words', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(fields=['word', '-topic'], name='title_word_newest')],
                'constraints': [models.UniqueConstraint(fields=('topic', 'word'), name='title_word_once')],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', models.CharField(choices=[('day', 'Today'), ('week', 'This week'), ('month', 'This month'), ('quarter', 'These three months'), ('year', 'This year'), ('all', 'All time'), ('hot', 'Hot')], max_length=7)),
                ('score', models.FloatField()),
                ('topic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(fields=['period', '-score', '-topic'], name='score_in_order')],
                'constraints': [models.UniqueConstraint(fields=('period', 'topic'), name='score_once')],
            },
        ),
        migrations.CreateModel(
            name='ReadMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('level', models.SmallIntegerField(choices=[(-1, 'Muted'), (0, 'Normal'), (1, 'Tracking'), (2, 'Watching'), (3, 'Watching first posts')], default=0)),
                ('chosen', models.BooleanField(default=False)),
                ('hint_read', models.BooleanField(db_default=False, default=False)),
                ('unread_at', models.DateTimeField(null=True)),
                ('group', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.group')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='read_marks', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('unread_at__isnull', False)), fields=['person', '-unread_at', 'topic', 'group'], name='read_mark_unread_at'), models.Index(models.F('topic'), models.F('person'), condition=models.Q(('level__gte', 1)), name='read_mark_tracked')],
                'constraints': [models.UniqueConstraint(fields=('person', 'topic'), name='read_mark_once'), models.CheckConstraint(condition=models.Q(('unread_at__isnull', True), ('level__gte', 1), _connector='OR'), name='read_mark_unread_is_tracked')],
            },
        ),
        migrations.CreateModel(
            name='Poster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('posts', models.PositiveIntegerField(default=0)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='posters', to='discuss.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('topic', 'person'), name='poster_once')],
            },
        ),
        migrations.CreateModel(
            name='Pin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('everywhere', models.BooleanField(default=False)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pin', to='discuss.topic')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.PositiveIntegerField(default=1)),
                ('waits', models.BooleanField(default=False)),
                ('archived', models.BooleanField(default=False)),
                ('agreed', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='discuss.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('topic', 'person'), name='participant_once')],
            },
        ),
        migrations.CreateModel(
            name='Moved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('deed', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='moved', to='discuss.deed')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stood', to='discuss.post')),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='moved_away', to='discuss.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('topic', 'number'), name='moved_once')],
            },
        ),
        migrations.CreateModel(
            name='Merger',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members'), ('group', 'A group'), ('people', 'The people in it'), ('draft', 'Its writers'), ('nobody', 'Nobody')], max_length=8)),
                ('into', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merged_here', to='discuss.topic')),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='merger', to='discuss.topic')),
            ],
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(null=True)),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='links', to='discuss.post')),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='links_here', to='discuss.topic')),
            ],
            options={
                'indexes': [models.Index(fields=['topic', 'post'], name='link_to_topic')],
                'constraints': [models.UniqueConstraint(fields=('post', 'topic', 'number'), name='link_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goes_on', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='discuss.topic')),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='closure', to='discuss.topic')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='discuss.post')),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='discuss.topic')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TopicDeletion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('audience', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members'), ('group', 'A group'), ('people', 'The people in it'), ('draft', 'Its writers'), ('nobody', 'Nobody')], max_length=8)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='deletion', to='discuss.topic')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Moderator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderators', to='discuss.category')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderates', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'category'), name='moderator_once')],
            },
        ),
        migrations.CreateModel(
            name='ModeratorGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderator_groups', to='discuss.category')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderates', to='groups.group')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('group', 'category'), name='moderator_group_once')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveSmallIntegerField(default=1)),
                ('ballot', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='discuss.ballot')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='discuss.option')),
            ],
            options={
                'ordering': ['rank'],
                'constraints': [models.UniqueConstraint(fields=('ballot', 'option'), name='choice_once')],
            },
        ),
        migrations.AddField(
            model_name='category',
            name='about',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='about_of', to='discuss.topic'),
        ),
    ])
