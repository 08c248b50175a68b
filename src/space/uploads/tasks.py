from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.task(name="uploads.make_sizes", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def make_sizes(upload: int) -> None:
    from space.uploads import actions

    actions.make_sizes(upload)


@app.task(name="uploads.make_preview", retry=RetryStrategy(max_attempts=3, exponential_wait=5))
def make_preview(upload: int) -> None:
    from space.uploads import actions

    actions.make_preview(upload)


@app.periodic(cron="47 * * * *")
@app.task(name="uploads.finish_sizes", queueing_lock="uploads.finish_sizes", pass_context=False)
def finish_sizes(timestamp: int) -> None:
    """Sizes that no job made: of one that was lost, or in widths and kinds that are new."""
    from space.uploads import actions

    actions.finish_sizes()


@app.periodic(cron="17 * * * *")
@app.task(name="uploads.forget_loose", queueing_lock="uploads.forget_loose", pass_context=False)
def forget_loose(timestamp: int) -> None:
    """Files that nobody used within two days."""
    from space.uploads import actions

    actions.forget_loose()


@app.periodic(cron="27 4 * * *")
@app.task(name="uploads.forget_lost_pictures", queueing_lock="uploads.forget_lost_pictures")
def forget_lost_pictures(timestamp: int) -> None:
    """Pictures of people that no account shows any more."""
    from space.uploads import actions

    actions.forget_lost_pictures()
