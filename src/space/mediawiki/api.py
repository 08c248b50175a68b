"""Asking a wiki by its Action API: one request at a time, patient where it asks for patience."""

import json
import time
from collections.abc import Iterator
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext

from space.kit import outgoing
from space.kit.outgoing import Answer, NoAnswer, Why

_BYTES = 2_000_000
_SECONDS = 8.0
_CONTINUED_AT_MOST = 20
# Where a wiki does not say for how long.
_A_WHILE = 30
_LONGEST_WAIT = 3600
_LATER = frozenset({"ratelimited", "maxlag", "readonly"})
# What every request says: the new form of answers, and errors as a list of plain texts.
_ALWAYS = {"format": "json", "formatversion": "2", "errorformat": "plaintext"}


class Trouble(ValidationError):
    """A wiki could not be asked, or did not answer; `code` says which, the text what to do now."""


class Wiki:
    """A wiki at the address of its api.php. One in a process for each, so that its requests wait for each other."""

    def __init__(self, address: str, *, patience: float = _SECONDS) -> None:
        self.address = address
        self.patience = patience
        self._turn = Lock()
        self._not_before = 0.0

    def ask(self, **asked: str | int) -> dict[str, Any]:
        """One request. Raises Trouble where nothing usable came back, also for what the wiki calls an error."""
        told = self._parsed(self.fetch(f"{self.address}?{urlencode({**_ALWAYS, **asked})}", at_most=_BYTES))
        if told.get("errors"):
            self._refuse(told["errors"])
        return told

    def pages(self, **asked: str | int) -> Iterator[dict[str, Any]]:
        """The pages of a query, followed to its end. They come in no order, and missing ones first."""
        more: dict[str, str] = {}
        for _ in range(_CONTINUED_AT_MOST):
            told = self.ask(action="query", **asked, **more)
            yield from told.get("query", {}).get("pages", [])
            more = {key: str(value) for key, value in told.get("continue", {}).items()}
            if not more:
                return

    def fetch(self, url: str, *, at_most: int, seconds: float | None = None) -> Answer:
        """Something of this wiki, such as a picture. Waits for its turn, and for the moment that the wiki named."""
        seconds = seconds or self.patience
        if not self._turn.acquire(timeout=seconds):
            raise busy(1)
        try:
            if (left := self._not_before - time.monotonic()) > 0:
                raise busy(int(left) + 1)
            answer = outgoing.get(url, at_most=at_most, seconds=seconds)
        except NoAnswer as error:
            raise (too_large() if error.why is Why.TOO_LARGE else unreachable()) from error
        finally:
            self._turn.release()
        if answer.status in {429, 503} or answer.headers.get("retry-after"):
            raise self._wait(answer.headers.get("retry-after", ""))
        if answer.status != 200:
            raise unreachable()
        return answer

    def _wait(self, said: str) -> Trouble:
        seconds = (
            min(int(said), _LONGEST_WAIT)
            if said.isascii() and said.isdecimal() and len(said) < 10
            else _A_WHILE
        )
        self._not_before = max(self._not_before, time.monotonic() + seconds)
        return busy(max(1, seconds))

    def _parsed(self, answer: Answer) -> dict[str, Any]:
        """By what it holds: wikis call JSON by other names too."""
        try:
            told = json.loads(answer.body)
        except ValueError as error:
            raise unreachable() from error
        if not isinstance(told, dict):
            raise unreachable()
        return told

    def _refuse(self, errors: Any) -> None:
        first = errors[0] if isinstance(errors, list) and isinstance(errors[0], dict) else {}
        code = str(first.get("code", ""))
        if code in _LATER:
            raise self._wait("")
        text = pgettext("wiki", "The wiki says: %(text)s")
        raise Trouble(text, code=code or "refused", params={"text": str(first.get("text", code))[:300]})


def busy(seconds: int) -> Trouble:
    text = npgettext(
        "wiki",
        "The wiki asks us to wait. Try again in %(seconds)d second.",
        "The wiki asks us to wait. Try again in %(seconds)d seconds.",
        seconds,
    )
    return Trouble(text, code="busy", params={"seconds": seconds})


def unreachable() -> Trouble:
    return Trouble(pgettext("wiki", "The wiki does not answer just now."), code="unreachable")


def too_large() -> Trouble:
    return Trouble(pgettext("wiki", "What the wiki sends is too large."), code="too_large")
