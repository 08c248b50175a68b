from procrastinate.contrib.django import app


@app.task(name="demo.read_what_was_told")
def read_what_was_told() -> None:
    """People of the demo have read what was told until their last visit."""
    from space.discuss.models import Visit
    from space.notifications.actions import mark_all

    for visit in Visit.objects.select_related("person"):
        mark_all(visit.person, before=visit.seen_at)


@app.task(name="pages.index_person")
def index_person(person: int) -> None:
    """Somebody may be found again."""
    from space.accounts.models import User
    from space.pages import actions

    found = User.objects.filter(pk=person).first()
    if found:
        actions.index_person(found)
