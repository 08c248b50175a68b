import django.db.models.deletion
import django.utils.timezone
from space.kit.migrating import together
import space.membership.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('membership', '0001_groups_pages'),
        ('membership', '0002_moved_out'),
        ('membership', '0003_appointed'),
        ('membership', '0004_groups_own'),
        ('membership', '0005_deeds_of_questions'),
    ]

    dependencies = [
        ('groups', '0001_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=space.membership.models.new_key, max_length=32, unique=True)),
                ('uses_left', models.PositiveIntegerField(null=True)),
                ('uses', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='groups.group')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Waits for an answer'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='', max_length=9)),
                ('decided_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('name', models.CharField(max_length=120)),
                ('purpose', models.CharField(max_length=500)),
                ('why', models.TextField(max_length=2000)),
                ('language', models.CharField(blank=True, max_length=20)),
                ('joining', models.CharField(choices=[('open', 'Anyone can join'), ('request', 'People ask to join'), ('invitation', 'By invitation')], default='request', max_length=10)),
                ('is_listed', models.BooleanField(default=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal', to='groups.group')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='GroupDeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('did', models.CharField(choices=[('founded', 'The group was made'), ('joined', 'Joined'), ('appointed', 'Was appointed'), ('asked', 'Asked to join'), ('let-in', 'Was let in'), ('declined', 'Was not let in'), ('invited', 'Was invited'), ('left', 'Left'), ('removed', 'Was taken out of the group'), ('role', 'Has another role'), ('changed', 'The group was changed'), ('closed', 'The group was made read-only'), ('reopened', 'The group was opened again'), ('deleted', 'The group was deleted'), ('kept', 'The deletion was taken back'), ('visited', 'Opened by staff'), ('moved-out', 'A topic was moved out, to where others read it'), ('copied', 'A copy of a story was taken out, to be offered to the Blog'), ('exported', 'A copy of the whole group was made'), ('askable', 'The group takes questions now'), ('unasked', 'The group takes no more questions'), ('waiting', 'Questions to the group have waited long'), ('idle', 'Nothing has been written for a long time')], max_length=9)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deeds', to='groups.group')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['group', '-at'], name='deeds_of_a_group')],
            },
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Waits for an answer'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='', max_length=9)),
                ('decided_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('words', models.CharField(blank=True, max_length=1000)),
                ('answers', models.JSONField(default=list)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='groups.group')),
            ],
            options={
                'ordering': ['at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('group', 'by'), name='one_waiting_request')],
            },
        ),
    ])
