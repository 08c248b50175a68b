from procrastinate.contrib.django import app


@app.periodic(cron="23 2 * * *")
@app.task(name="events.roll_on", queueing_lock="events.roll_on")
def roll_on(timestamp: int) -> None:
    """Dates of what repeats, for thirteen months ahead."""
    from space.events.actions.occurring import roll_on

    roll_on()


@app.periodic(cron="41 2 * * *")
@app.task(name="events.forget_given", queueing_lock="events.forget_given")
def forget_given(timestamp: int) -> None:
    """Answers to the questions of organisers, 90 days after the event."""
    from space.events.actions.asking import forget_given

    forget_given()
