import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('privacy', '0001_initial'),
        ('privacy', '0002_groups_own'),
    ]

    dependencies = [
        ('groups', '0001_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('file', models.CharField(blank=True, max_length=80)),
                ('bytes', models.BigIntegerField(default=0)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'copies',
                'constraints': [models.UniqueConstraint(condition=models.Q(('failed_at', None), ('ready_at', None)), fields=('person',), name='one_copy_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Farewell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('way', models.CharField(choices=[('name', 'My name goes, my words stay'), ('words', 'My name and my words go')], max_length=5)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_at', models.DateTimeField()),
                ('began_at', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='farewell', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('due_at'), condition=models.Q(('done_at', None)), name='farewell_due')],
            },
        ),
        migrations.CreateModel(
            name='GroupCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('file', models.CharField(blank=True, max_length=80)),
                ('bytes', models.BigIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.group')),
            ],
            options={
                'verbose_name_plural': 'group copies',
                'constraints': [models.UniqueConstraint(condition=models.Q(('failed_at', None), ('ready_at', None)), fields=('group',), name='one_group_copy_at_a_time')],
            },
        ),
    ])
