from procrastinate.contrib.django import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="places.load", queueing_lock="places.load", lock="at length")
def load(timestamp: int) -> None:
    """The list of towns: at the first start, and after a version of Space that brings a newer one."""
    from space.places.actions import is_due, load_places

    if is_due():
        load_places()
