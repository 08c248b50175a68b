from procrastinate.contrib.django import app


@app.periodic(cron="*/15 * * * *")
@app.task(name="review.look_after", queueing_lock="review.look_after")
def look_after(timestamp: int) -> None:
    """What flags did by themselves ends; moderators are reminded of what waits."""
    from space.review.actions import look_after

    look_after()
