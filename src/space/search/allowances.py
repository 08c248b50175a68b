"""How often one may search. A person counts wherever they are; who has not signed in counts by address."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import npgettext

from space.accounts.addresses import asker_of
from space.accounts.requests import Request
from space.limits.actions import Limit, take
from space.limits.here import take_here
from space.search.numbers import INSTANT_A_MINUTE, SEARCHES_A_MINUTE, SEARCHES_A_MINUTE_UNKNOWN

_MINUTE = timedelta(minutes=1)


def take_search(request: Request) -> None:
    """Use one search, or refuse with when one can go on."""
    uses = SEARCHES_A_MINUTE() if request.reader.is_authenticated else SEARCHES_A_MINUTE_UNKNOWN()
    try:
        take(asker_of(request), Limit("searches", uses, _MINUTE))
    except ValidationError as error:
        raise _too_many(int((error.params or {}).get("seconds", 1))) from None


def take_instant(request: Request) -> None:
    """The box in the bar asks with every rest of the fingers: counted in the process, and writes nothing."""
    take_here(asker_of(request), Limit("instant-searches", INSTANT_A_MINUTE(), _MINUTE))


def told_plainly(refused: ValidationError) -> HttpResponse:
    """For programs and scripts, which show no page."""
    return HttpResponse(" ".join(refused.messages), status=429, content_type="text/plain; charset=utf-8")


def _too_many(seconds: int) -> ValidationError:
    text = npgettext(
        "search",
        "That was a lot of searching in a short time. You can go on in %(n)d second; your words are kept.",
        "That was a lot of searching in a short time. You can go on in %(n)d seconds; your words are kept.",
        seconds,
    )
    return ValidationError(text, code="too_fast", params={"n": seconds, "seconds": seconds})
