from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="blog.publish_due", queueing_lock="blog.publish_due", priority=20)
def publish_due(timestamp: int) -> None:
    """Scheduled stories, on their minute."""
    from space.blog.actions.by_the_clock import publish_due

    publish_due()


@app.periodic(cron="17 * * * *")
@app.task(name="blog.remind", queueing_lock="blog.remind")
def remind(timestamp: int) -> None:
    """Stories that wait for a review for too long."""
    from space.blog.actions.by_the_clock import remind

    remind()
