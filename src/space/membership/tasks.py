from procrastinate.contrib.django import app


@app.periodic(cron="29 2 * * *")
@app.task(name="membership.bury", queueing_lock="membership.bury")
def bury(timestamp: int) -> None:
    """Groups that were deleted, when nobody can take it back any more."""
    from space.membership.actions import bury

    bury()


@app.periodic(cron="53 5 * * *")
@app.task(name="membership.remind_idle", queueing_lock="membership.remind_idle")
def remind_idle(timestamp: int) -> None:
    """Owners of groups in which nobody has written for a long time."""
    from space.membership.actions import remind_idle

    remind_idle()
