from procrastinate.contrib.django import app


@app.task(name="demo.read_what_was_told")
def read_what_was_told() -> None:
    """People of the demo have read what was told until their last visit."""
    from space.discuss.models import Visit
    from space.notifications.actions import mark_all

    for visit in Visit.objects.select_related("person"):
        mark_all(visit.person, before=visit.seen_at)
