from procrastinate import JobContext, RetryStrategy, builtin_tasks
from procrastinate.contrib.django import app

# About 3, 9, 27 ... seconds, up to two hours between tries; then `try_again` looks after it.
_BACK_OFF = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name="mail.send_letter", retry=_BACK_OFF)
def send_letter(letter: int) -> None:
    from space.notifications.mail import actions

    actions.send_letter(letter)


@app.periodic(cron="*/30 * * * *")
@app.task(name="mail.try_again", queueing_lock="mail.try_again")
def try_again(timestamp: int) -> None:
    """Letters that have waited long."""
    from space.notifications.mail import actions

    actions.post_waiting()


@app.periodic(cron="41 3 * * *")
@app.task(name="mail.forget_old", queueing_lock="mail.forget_old")
def forget_old(timestamp: int) -> None:
    from space.notifications.mail import actions

    actions.forget_old()


@app.periodic(cron="52 3 * * *")
@app.task(name="jobs.forget_old", queueing_lock="jobs.forget_old", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:
    """Jobs that are done are kept for three days; those that failed for thirty."""
    await builtin_tasks.remove_old_jobs(context, max_hours=72)
    await builtin_tasks.remove_old_jobs(context, max_hours=24 * 30, remove_failed=True)


@app.task(name="notifications.tell_of", retry=_BACK_OFF)
def tell_of(cause: str) -> None:
    """Everybody whom a cause concerns hears of it. Begun again after a crash, it goes on where it was."""
    from space.notifications.actions import tell_all

    tell_all(cause)


@app.task(name="notifications.tell_what_waits", queue="telling", retry=RetryStrategy(wait=5))
def tell_what_waits() -> None:
    """What was written since the last one. Begun again after a crash, it finds what is left."""
    from space.notifications.actions import tell_what_waits

    tell_what_waits()


@app.periodic(cron="20 4 * * *")
@app.task(name="notifications.tidy", queueing_lock="notifications.tidy")
def tidy(timestamp: int) -> None:
    """Notifications above the most that one keeps, and what was told long ago."""
    from space.notifications.actions import forget_tellings, keep_the_newest

    keep_the_newest()
    forget_tellings()
