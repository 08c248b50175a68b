from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

_BACK_OFF = RetryStrategy(max_attempts=6, exponential_wait=4)


@app.periodic(cron="23 2 * * *")
@app.task(name="events.roll_on", queueing_lock="events.roll_on")
def roll_on(timestamp: int) -> None:
    """Dates of what repeats, for thirteen months ahead."""
    from space.events.actions.occurring import roll_on

    roll_on()


@app.periodic(cron="52 2 * * *")
@app.task(name="events.find_less", queueing_lock="events.find_less")
def find_less(timestamp: int) -> None:
    """Of events in countries that were protected since they were saved, search forgets the place."""
    from space.events.actions.publishing import find_less

    find_less()


@app.periodic(cron="41 2 * * *")
@app.task(name="events.forget_given", queueing_lock="events.forget_given")
def forget_given(timestamp: int) -> None:
    """Answers to the questions of organisers, and who came without an account, 90 days after the event."""
    from space.events.actions.asking import forget_given
    from space.events.actions.guests import forget_guests

    forget_given()
    forget_guests()


@app.task(name="events.write_of_change", retry=_BACK_OFF)
def write_of_change(event: int, sequence: int) -> None:
    from space.events.actions.telling_guests import write_change

    write_change(event, sequence)


@app.task(name="events.write_of_word", retry=_BACK_OFF)
def write_of_word(word: int) -> None:
    from space.events.actions.telling_guests import write_word

    write_word(word)


@app.periodic(cron="*/10 * * * *")
@app.task(name="events.read_sources", queueing_lock="events.read_sources")
def read_sources(timestamp: int) -> None:
    """Calendars elsewhere that were read an hour ago."""
    from space.events.actions.reading_sources import ask_workers, due

    ask_workers(due())


@app.task(name="events.go_on", lock="events.go_on", retry=_BACK_OFF)
def go_on(source: int) -> None:
    """What is done with all events of a calendar: the next few, as long as there are any."""
    from space.events.actions.in_turn import go_on

    while go_on(source):
        pass


@app.periodic(cron="*/10 * * * *")
@app.task(name="events.go_on_with_all", queueing_lock="events.go_on_with_all")
def go_on_with_all(timestamp: int) -> None:
    """What a worker that died left undone."""
    from space.events.actions.in_turn import ask_worker, unfinished

    for pk in unfinished():
        ask_worker(pk)


@app.task(name="events.read_source", lock="events.read_source")
def read_source(source: int) -> None:
    """One of them at a time: a worker that reads a long one has a hand free for all else."""
    from space.events.actions.reading_sources import read_source

    read_source(source)


@app.periodic(cron="*/5 * * * *")
@app.task(name="events.remind", queueing_lock="events.remind")
def remind(timestamp: int) -> None:
    """Who goes to what begins in a day, and in an hour."""
    from space.events.actions.reminding import remind

    remind()
