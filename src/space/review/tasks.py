from procrastinate.contrib.django import app


@app.periodic(cron="*/15 * * * *")
@app.task(name="review.look_after", queueing_lock="review.look_after")
def look_after(timestamp: int) -> None:
    """What flags did by themselves ends; moderators are reminded of what waits."""
    from space.review.actions import look_after

    look_after()


@app.periodic(cron="25 * * * *")
@app.task(name="review.count", queueing_lock="review.count")
def count(timestamp: int) -> None:
    """What moderators did this month, in numbers."""
    from space.review.log.actions import count_months

    count_months()


@app.periodic(cron="20 3 * * *")
@app.task(name="review.complete_log", queueing_lock="review.complete_log")
def complete_log(timestamp: int) -> None:
    """Lines of entries of the log that have none yet."""
    from space.review.log.actions import complete

    complete()


@app.periodic(cron="40 4 * * *")
@app.task(name="review.forget_traces", queueing_lock="review.forget_traces")
def forget_traces(timestamp: int) -> None:
    """What newcomers wrote more than a week ago is compared with nothing any more."""
    from space.review.gate.actions import forget_traces

    forget_traces()
