"""The worker: does the jobs in the queue, and takes up those whose worker was killed."""

from typing import Any

from procrastinate import App
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from space.command.loaded import keep_what_is_loaded


def work(*, jobs: int, patience: float) -> None:
    """Work until told to stop. What is under way then gets `patience` seconds, and else begins anew later."""
    import django

    django.setup()
    from procrastinate.contrib.django import app

    keep_what_is_loaded()
    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()) as working:
        take_up_what_was_left(working)
        working.run_worker(
            name="space",
            concurrency=jobs,
            fetch_job_polling_interval=1.0,  # what is to be done in a moment (telling) is looked for so often
            delete_jobs="successful",
            shutdown_graceful_timeout=patience,
        )


def take_up_what_was_left(app: App) -> None:
    """Every minute, jobs of workers that no longer show themselves go back into the queue.

    A job can so run twice; every task of Space is written to bear that.
    """

    @app.periodic(cron="* * * * *")
    @app.task(name="space.take_up_what_was_left", queueing_lock="space.take_up_what_was_left")
    async def take_up(timestamp: int) -> None:
        for job in await app.job_manager.get_stalled_jobs():
            try:
                await app.job_manager.retry_job(job)
            except UniqueViolation:  # one like it waits already, and does what this one left
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
