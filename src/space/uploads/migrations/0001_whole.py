import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('uploads', '0001_initial'),
        ('uploads', '0002_things_by_name'),
        ('uploads', '0003_more_sizes'),
        ('uploads', '0004_hidden_files'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('alt', models.CharField(blank=True, max_length=500)),
                ('kind', models.CharField(choices=[('jpeg', 'Photo (JPEG)'), ('png', 'Picture (PNG)'), ('gif', 'Picture (GIF)'), ('webp', 'Picture (WebP)'), ('avif', 'Picture (AVIF)'), ('svg', 'Drawing (SVG)'), ('pdf', 'Document (PDF)')], max_length=4)),
                ('sha256', models.CharField(max_length=64)),
                ('file', models.FileField(max_length=200, upload_to='')),
                ('bytes', models.PositiveIntegerField()),
                ('width', models.PositiveIntegerField(default=0)),
                ('height', models.PositiveIntegerField(default=0)),
                ('moves', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('new', 'Sizes are being made'), ('ready', 'Ready')], default='new', max_length=5)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('hidden_at', models.DateTimeField(null=True)),
                ('loose_since', models.DateTimeField(default=django.utils.timezone.now, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('loose_since'), condition=models.Q(('loose_since__isnull', False)), name='upload_loose'), models.Index(models.F('owner'), models.F('sha256'), name='upload_of_owner')],
            },
        ),
        migrations.CreateModel(
            name='Size',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('width', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('jpeg', 'Photo (JPEG)'), ('png', 'Picture (PNG)'), ('gif', 'Picture (GIF)'), ('webp', 'Picture (WebP)'), ('avif', 'Picture (AVIF)'), ('svg', 'Drawing (SVG)'), ('pdf', 'Document (PDF)')], max_length=4)),
                ('file', models.FileField(max_length=200, upload_to='')),
                ('bytes', models.PositiveIntegerField()),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='made_sizes', to='uploads.upload')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('upload', 'width', 'kind'), name='size_once')],
            },
        ),
        migrations.CreateModel(
            name='Hanging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing_kind', models.CharField(max_length=60)),
                ('thing_id', models.BigIntegerField()),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hangings', to='uploads.upload')),
            ],
            options={
                'indexes': [models.Index(models.F('thing_kind'), models.F('thing_id'), name='hanging_of_thing')],
                'constraints': [models.UniqueConstraint(fields=('upload', 'thing_kind', 'thing_id'), name='hanging_once')],
            },
        ),
    ])
