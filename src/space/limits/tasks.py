from procrastinate.contrib.django import app


@app.periodic(cron="33 * * * *")
@app.task(name="limits.forget_unused", queueing_lock="limits.forget_unused")
def forget_unused(timestamp: int) -> None:
    """Allowances that are whole again say nothing that a missing one does not."""
    from space.limits.actions import forget_unused

    forget_unused()
