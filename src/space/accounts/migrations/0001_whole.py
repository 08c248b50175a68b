import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from space.kit.migrating import together
import space.accounts.models.arriving
import space.accounts.models.people
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('accounts', '0001_initial'),
        ('accounts', '0002_address_key'),
        ('accounts', '0003_people'),
        ('accounts', '0004_languages'),
        ('accounts', '0005_sessions'),
        ('accounts', '0006_wikis'),
        ('accounts', '0007_erased_names'),
        ('accounts', '0008_titles'),
        ('accounts', '0009_arrivals'),
        ('accounts', '0010_breaks'),
        ('accounts', '0011_limits_of_one'),
    ]

    dependencies = [
    ]

    operations = together([
        migrations.CreateModel(
            name='AddressKey',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('key', models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='ErasedName',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('name', models.CharField(max_length=255, unique=True)),
                ('skeleton', models.CharField(blank=True, db_index=True, max_length=255)),
                ('sort_name', models.CharField(blank=True, db_collation='C', max_length=255)),
                ('name_pieces', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('nature', models.CharField(choices=[('person', 'Person'), ('archived', 'Author of archived messages'), ('system', 'Space itself')], default='person', max_length=10)),
                ('is_active', models.BooleanField(default=True)),
                ('trust', models.PositiveSmallIntegerField(choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], default=0)),
                ('trust_by_hand', models.BooleanField(default=False)),
                ('limits_trust', models.PositiveSmallIntegerField(blank=True, choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], null=True)),
                ('limits_factor', models.FloatField(default=1.0)),
                ('limits_until', models.DateTimeField(blank=True, null=True)),
                ('approval_until', models.DateTimeField(blank=True, null=True)),
                ('about', models.TextField(blank=True, max_length=2000)),
                ('picture', models.CharField(blank=True, max_length=100)),
                ('title', models.CharField(blank=True, max_length=60)),
                ('is_listed', models.BooleanField(default=True)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('narrowed', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('theme', models.CharField(choices=[('auto', 'As on my device'), ('light', 'Light'), ('dark', 'Dark')], default='auto', max_length=5)),
                ('time_zone', models.CharField(blank=True, max_length=40)),
                ('rests_until', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'indexes': [models.Index(models.F('sort_name'), models.F('id'), condition=models.Q(('is_active', True), ('is_listed', True), ('nature', 'person')), name='people_by_name'), models.Index(models.F('created_at'), models.F('id'), condition=models.Q(('is_active', True), ('is_listed', True), ('nature', 'person')), name='people_by_age'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_active', True), ('is_listed', True), ('nature', 'person')), fields=['name_pieces'], name='people_by_pieces'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_active', True), ('is_listed', True), ('nature', 'person')), fields=['languages'], name='people_by_languages')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('skeleton', ''), _negated=True), fields=('skeleton',), name='local_names_do_not_look_alike')],
            },
        ),
        migrations.CreateModel(
            name='FormerName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, unique=True)),
                ('skeleton', models.CharField(blank=True, db_index=True, max_length=255)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_names', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=space.accounts.models.arriving.new_key, max_length=40, unique=True)),
                ('note', models.CharField(blank=True, max_length=100)),
                ('by_mail', models.BooleanField(default=False)),
                ('is_wide', models.BooleanField(default=False)),
                ('uses_left', models.PositiveIntegerField(default=1)),
                ('uses', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('used_on', models.DateField(default=space.accounts.models.people.today)),
                ('device', models.CharField(blank=True, max_length=30)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'session',
            },
        ),
        migrations.CreateModel(
            name='Waiting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.CharField(choices=[('everybody', 'Every new account is looked at first'), ('blocked', 'Blocked on the wiki'), ('many', 'Many new accounts came from one address today')], max_length=10)),
                ('words', models.TextField(blank=True, max_length=1000)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('declined_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='waiting', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='WikiAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sub', models.CharField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=255)),
                ('registered', models.DateTimeField(blank=True, null=True)),
                ('edits', models.PositiveIntegerField(default=0)),
                ('groups', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, default=list, size=None)),
                ('home', models.CharField(blank=True, max_length=255)),
                ('home_page', models.CharField(blank=True, max_length=1000)),
                ('trust', models.PositiveSmallIntegerField(choices=[(0, 'New'), (1, 'Basic'), (2, 'Member'), (3, 'Regular'), (4, 'Leader')], default=0)),
                ('locked', models.BooleanField(default=False)),
                ('blocked', models.BooleanField(default=False)),
                ('linked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('checked_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='wiki', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sender', models.CharField(blank=True, max_length=60)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='arrival', to=settings.AUTH_USER_MODEL)),
                ('invitation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='arrivals', to='accounts.invitation')),
            ],
            options={
                'indexes': [models.Index(models.F('sender'), condition=models.Q(('sender', ''), _negated=True), name='arrivals_by_sender')],
            },
        ),
    ])
