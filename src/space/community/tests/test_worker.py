"""A worker hears of no changes, and still uses what holds now."""

from django.db import connections
from procrastinate.contrib.django import app

from space.administration.actions import change_setting
from space.discuss.numbers import TOPICS_PER_PAGE

told: list[int] = []


@app.task(name="tests.tell_the_number", queue="tests")
def tell_the_number() -> None:
    told.append(TOPICS_PER_PAGE())


def test_a_job_uses_the_number_of_when_it_runs(transactional_db, ada):
    told.clear()
    for size in (12, 13):
        tell_the_number.defer()
        change_setting(TOPICS_PER_PAGE, size, by=ada)
        with app.replace_connector(app.connector.get_worker_connector()):
            # Its own queue alone: what is due by the clock of the machine is no part of this.
            app.run_worker(queues=["tests"], wait=False, install_signal_handlers=False, listen_notify=False)
        connections.close_all()
    assert told == [12, 13]
