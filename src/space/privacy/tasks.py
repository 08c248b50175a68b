from collections.abc import Callable
from typing import Any

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

_TRIES = 3


def _made_or_given_up(context: JobContext, make: Callable[[int], None], model: Any, pk: int) -> None:
    """Whoever waits for it is told when the last try has failed, too."""
    from space.privacy.actions.copying import give_up

    try:
        make(pk)
    except Exception:
        if context.job and context.job.attempts >= _TRIES:
            give_up(model, pk)
        raise


@app.task(
    name="privacy.make_copy",
    retry=RetryStrategy(max_attempts=_TRIES, exponential_wait=5),
    pass_context=True,
    lock="privacy.make_copy",
)
def make_copy(context: JobContext, copy: int) -> None:
    """One at a time in the whole place: each reads everything that is kept of somebody."""
    from space.privacy.actions.copying import make_copy
    from space.privacy.models import Copy

    _made_or_given_up(context, make_copy, Copy, copy)


@app.task(
    name="privacy.make_group_copy",
    retry=RetryStrategy(max_attempts=_TRIES, exponential_wait=5),
    pass_context=True,
    lock="privacy.make_copy",
)
def make_group_copy(context: JobContext, copy: int) -> None:
    """One at a time, as copies of people: each reads everything that a group has written."""
    from space.privacy.actions.group_copying import make_group_copy
    from space.privacy.models import GroupCopy

    _made_or_given_up(context, make_group_copy, GroupCopy, copy)


@app.periodic(cron="37 * * * *")
@app.task(name="privacy.forget_copies", queueing_lock="privacy.forget_copies")
def forget_copies(timestamp: int) -> None:
    """Copies that nobody fetches any more."""
    from space.privacy import actions

    actions.forget_old_copies()


@app.periodic(cron="7 3 * * *")
@app.task(name="privacy.erase_due", queueing_lock="privacy.erase_due")
def erase_due(timestamp: int) -> None:
    """Who wanted to be forgotten, and whose day has come."""
    from space.privacy import actions

    actions.erase_due()


@app.task(name="privacy.erase", retry=RetryStrategy(max_attempts=5, exponential_wait=5), lock="privacy.erase")
def erase(farewell: int) -> None:
    """Some of it; another one goes on until nothing is left."""
    from space.privacy import actions

    if not actions.erase_some(farewell):
        erase.defer(farewell=farewell)
