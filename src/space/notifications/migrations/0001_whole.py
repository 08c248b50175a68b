import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('notifications', '0001_initial'),
        ('notifications', '0002_notifications'),
        ('notifications', '0003_waiting'),
        ('notifications', '0004_at_once'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(max_length=60)),
                ('after', models.BigIntegerField(default=0)),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('waits', models.BooleanField(default=False)),
                ('aside', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('waits', True)), fields=['id'], name='telling_waits'), models.Index(condition=models.Q(('aside', True)), fields=['cause'], name='telling_aside', opclasses=['varchar_pattern_ops'])],
                'constraints': [models.UniqueConstraint(fields=('cause',), name='telling_once')],
            },
        ),
        migrations.CreateModel(
            name='KindWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(max_length=10)),
                ('kind', models.CharField(max_length=20)),
                ('wanted', models.BooleanField()),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'channel', 'kind'), name='kind_wish_once')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipients', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=320), default=list, size=None)),
                ('sender', models.CharField(max_length=320)),
                ('message_id', models.CharField(max_length=200)),
                ('mime', models.BinaryField()),
                ('made_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('given_up_at', models.DateTimeField(null=True)),
                ('at_once', models.BooleanField(db_default=False, default=False)),
                ('because', models.CharField(blank=True, max_length=200)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('made_at'), condition=models.Q(('given_up_at', None), ('sent_at', None)), name='letter_waiting')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('person', 'message_id'), name='letter_once')],
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('topic', models.BigIntegerField(default=0)),
                ('number', models.PositiveIntegerField(default=0)),
                ('things', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('hidden', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('earlier', models.PositiveIntegerField(default=0)),
                ('actors', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('circle', models.BigIntegerField()),
                ('because', models.CharField(blank=True, max_length=30)),
                ('because_of', models.BigIntegerField(default=0)),
                ('fold', models.CharField(blank=True, max_length=60)),
                ('cause', models.CharField(blank=True, max_length=60)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-at', '-id'], name='notification_of_person'), models.Index(condition=models.Q(('read_at', None)), fields=['person', 'circle'], name='notification_unread'), models.Index(condition=models.Q(('topic', 0), _negated=True), fields=['topic'], name='notification_of_topic')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('read_at', None), models.Q(('fold', ''), _negated=True)), fields=('person', 'fold'), name='notification_folds'), models.UniqueConstraint(condition=models.Q(('cause', ''), _negated=True), fields=('person', 'cause'), name='notification_once')],
            },
        ),
    ])
