from django.db import migrations


def move_the_board(apps, schema_editor):
    """Who was on it belongs to the group that is it, since the same day."""
    group = apps.get_model("groups", "Group").objects.get(office="editors")
    memberships = apps.get_model("groups", "Membership").objects
    people = apps.get_model("accounts", "User").objects
    for person, at in apps.get_model("blog", "BoardMember").objects.values_list("person", "at"):
        memberships.get_or_create(group=group, person_id=person, defaults={"joined_at": at})
        people.filter(pk=person).exclude(title__startswith="\n").update(title="\neditors")


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0002_translations'),
        ('groups', '0006_editors'),
    ]

    operations = [
        migrations.RunPython(move_the_board, migrations.RunPython.noop),
        migrations.DeleteModel(name='BoardMember'),
    ]
