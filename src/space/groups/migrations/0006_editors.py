from django.db import migrations, models

OFFICES = {"administrators": "Administrators", "moderators": "Moderators", "editors": "Editorial board"}


def make_offices(apps, schema_editor):
    """Each has its page from the first day on, so that somebody can be appointed there."""
    groups = apps.get_model("groups", "Group").objects
    for office, name in OFFICES.items():
        if groups.filter(office=office).exists():
            continue
        slug = f"office-{office}"
        while groups.filter(slug=slug).exists():
            slug += "-"
        groups.create(office=office, slug=slug, name=name, joining="invitation")


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0005_titles'),
    ]

    operations = [
        migrations.AlterField(
            model_name='group',
            name='office',
            field=models.CharField(blank=True, choices=[('', 'None'), ('moderators', 'Moderators'), ('administrators', 'Administrators'), ('editors', 'Editorial board')], default='', max_length=20),
        ),
        migrations.RunPython(make_offices, migrations.RunPython.noop),
    ]
