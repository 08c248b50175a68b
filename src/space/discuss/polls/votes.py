"""Everybody's vote in an open poll, page by page."""

from collections.abc import Iterable, Iterator
from typing import Any

from space.accounts.copies import each
from space.accounts.faces import face
from space.accounts.models import User
from space.accounts.personal import Row
from space.discuss.models import Ballot
from space.discuss.polls.finding import Asked
from space.kit.paging import Page

# On one page.
VOTES = 50


def ballots_on(page: Page, asked: Asked) -> list[dict[str, Any]]:
    """Who voted and what, as they came. Expects an open poll."""
    ballots = Ballot.objects.filter(poll=asked.poll, poll__secret=False).order_by("at", "pk")
    found = ballots.select_related("person").prefetch_related("choices")[page.first - 1 : page.last]
    texts = {option.pk: (number, option.text) for number, option in enumerate(asked.options)}
    return [
        {
            "person": vars(face(ballot.person_id, ballot.person.name)) if ballot.person else None,
            "choices": _in_order((choice.rank, *texts[choice.option_id]) for choice in ballot.choices.all()),
        }
        for ballot in found
    ]


def _in_order(choices: Iterable[tuple[int, int, str]]) -> list[str]:
    """By preference; where none was asked for, as in the poll."""
    return [text for _, _, text in sorted(choices)]


def votes_of(person: User) -> Iterator[Row]:
    """For the copy that somebody asks of what is kept of them; nobody else asks."""
    mine = Ballot.objects.filter(person=person).select_related("poll")
    for ballot in each(mine, "choices__option"):
        chosen = [choice.option.text for choice in ballot.choices.all()]
        yield {"question": ballot.poll.question, "secret": ballot.poll.secret, "chosen": chosen}


def pager(page: Page, url: str) -> dict[str, Any]:
    def address(number: int) -> str:
        return f"{url}?page={number}" if number > 1 else url

    return {
        "pages": [
            number and {"number": number, "url": address(number), "current": number == page.number}
            for number in page.around
        ],
        "previous": address(page.number - 1) if page.has_previous else "",
        "next": address(page.number + 1) if page.has_next else "",
    }
