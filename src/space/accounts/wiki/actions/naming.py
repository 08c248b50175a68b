"""Names of wikis on accounts of ours: taken over as they are, followed when they change, never held by two."""

from django.db import connection, transaction

from space.accounts import names
from space.accounts.models import FormerName, User
from space.accounts.telling import person_changed
from space.web.versions import EVERYTHING, bump


def one_at_a_time() -> None:
    """Whoever gives or takes names of wikis waits here for the others, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('names of wikis'))")


@transaction.atomic
def take_name(person: User, name: str) -> User:
    """Let somebody be called this from now on. Their old addresses lead to them; who held the name steps aside."""
    if person.name == name:
        return person
    _free(name)
    before = person.name
    _call(person, name)
    if not _is_aside(before):
        FormerName.objects.update_or_create(
            name=before, defaults={"person": person, "skeleton": names.skeleton_of(before)}
        )
    # Their name stands in kept rows and pages of many others.
    bump(EVERYTHING)
    return person


def _free(name: str) -> None:
    """On the wikis this name has another owner now: who is called so here was renamed there, and has not come since."""
    FormerName.objects.filter(name=name).delete()
    holder = User.objects.select_for_update(no_key=True).filter(name=name).select_related(None).first()
    if holder is None:
        return
    sub = getattr(getattr(holder, "wiki", None), "sub", f"u{holder.pk}")
    _call(holder, f"{name[:200]}@{sub}")


def _call(person: User, name: str) -> None:
    person.name, person.skeleton = name, names.skeleton_of(name)
    person.save(update_fields=["name", "skeleton", "sort_name", "name_pieces"])
    person_changed.send(User, person=person)


def _is_aside(name: str) -> bool:
    """Given by us to who stepped aside: no address that anybody knows."""
    return "@" in name and not name.endswith(names.LOCAL_MARK)
