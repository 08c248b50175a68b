import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together

OFFICES = {"administrators": "Administrators", "moderators": "Moderators", "editors": "Editorial board"}


def make_offices(apps, schema_editor):
    """Each has its page from the first day on, so that somebody can be appointed there."""
    groups = apps.get_model("groups", "Group").objects
    for office, name in OFFICES.items():
        groups.create(office=office, slug=f"office-{office}", name=name, joining="invitation")


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('groups', '0001_initial'),
        ('groups', '0002_covered_indexes'),
        ('groups', '0003_groups_pages'),
        ('groups', '0004_who_mentions'),
        ('groups', '0005_titles'),
        ('groups', '0006_editors'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(allow_unicode=True, max_length=80, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('description', models.TextField(blank=True)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('joining', models.CharField(choices=[('open', 'Anyone can join'), ('request', 'People ask to join'), ('invitation', 'By invitation')], default='invitation', max_length=10)),
                ('is_listed', models.BooleanField(default=True)),
                ('questions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
                ('shows_members', models.BooleanField(default=True)),
                ('who_mentions', models.CharField(choices=[('nobody', 'Nobody'), ('members', 'Its members'), ('everybody', 'Everybody who has been here a little longer')], default='members', max_length=9)),
                ('title', models.CharField(blank=True, max_length=40)),
                ('office', models.CharField(blank=True, choices=[('', 'None'), ('moderators', 'Moderators'), ('administrators', 'Administrators'), ('editors', 'Editorial board')], default='', max_length=20)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('office', ''), _negated=True), fields=('office',), name='one_group_an_office')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('member', 'Member'), ('moderator', 'Moderator'), ('owner', 'Owner')], default='member', max_length=10)),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('shows_title', models.BooleanField(default=False)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='groups.group')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'group'), name='member_once')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField()),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='groups.group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='group',
            name='members',
            field=models.ManyToManyField(related_name='space_groups', through='groups.Membership', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(make_offices, migrations.RunPython.noop),
    ])
