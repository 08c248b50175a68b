"""A calendar elsewhere is asked for what it holds now, politely: only for what came after the state that we know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

from django.utils.translation import npgettext, pgettext

from space.kit import outgoing
from space.kit.outgoing import Answer, NoAnswer, Why

BYTES, SECONDS = 5_000_000, 15.0
_DAY = timedelta(days=1)


class Failed(Exception):
    """Nothing that can be read. `reason` is for who subscribed; `wait` is what the other side asks for."""

    def __init__(
        self, reason: str, *, wait: timedelta = timedelta(), is_gone: bool = False, is_large: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason, self.wait, self.is_gone, self.is_large = reason, wait, is_gone, is_large


@dataclass(frozen=True)
class State:
    """What was read, and by which names the other side knows it. Without `data` it is as we know it."""

    data: bytes = b""
    etag: str = ""
    modified: str = ""
    digest: str = ""

    @property
    def is_new(self) -> bool:
        return bool(self.data)


def state_of(address: str, known: State, at_most: int = BYTES) -> State:
    """Raises Failed. The same bytes without a word about them are no news either."""
    try:
        answer = outgoing.get(
            address,
            at_most=at_most,
            seconds=SECONDS,
            accept="text/calendar, */*;q=0.5",
            known=_conditions(known),
        )
    except NoAnswer as error:
        raise Failed(_said(error.why), is_large=error.why is Why.TOO_LARGE) from error
    if answer.status == 304:
        return known
    _refuse(answer)
    digest = blake2b(answer.body, digest_size=16).hexdigest()
    names = (_header(answer, "etag", 200), _header(answer, "last-modified", 100))
    if digest == known.digest:
        return State(b"", *names, digest)
    return State(answer.body, *names, digest)


def _conditions(known: State) -> Mapping[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in headers.items() if value}


def _refuse(answer: Answer) -> None:
    if answer.status != 200:
        text = pgettext("calendar source", "The other side answers with the error %(n)d.")
        raise Failed(text % {"n": answer.status}, wait=_wait(answer), is_gone=answer.status == 410)
    if b"BEGIN:VCALENDAR" not in answer.body[:4_000].upper():
        raise Failed(
            pgettext("calendar source", "There is no calendar: one begins with BEGIN:VCALENDAR."),
        )
    if b"END:VCALENDAR" not in answer.body[-4_000:].upper():
        raise Failed(pgettext("calendar source", "The calendar ends in the middle."))


def _wait(answer: Answer) -> timedelta:
    told = answer.headers.get("retry-after", "")
    return min(timedelta(seconds=int(told)), _DAY) if told.isdecimal() and len(told) < 8 else timedelta()


def _header(answer: Answer, name: str, at_most: int) -> str:
    """Nothing that is longer than we keep: half of it would be another name."""
    value = answer.headers.get(name, "")
    return value if len(value) <= at_most and value.isprintable() else ""


def _said(why: Why) -> str:
    if why is Why.TOO_LARGE:
        size = BYTES // 1_000_000
        text = npgettext(
            "calendar source",
            "The calendar has more than %(n)d megabyte.",
            "The calendar has more than %(n)d megabytes.",
            size,
        )
        return text % {"n": size}
    return {
        Why.REFUSED: pgettext("calendar source", "This address is not one of the public internet."),
        Why.TOO_SLOW: pgettext("calendar source", "The other side took too long to answer."),
    }.get(why, pgettext("calendar source", "The other side does not answer."))
