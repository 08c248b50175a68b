"""How a view says that its page may be kept. The marks are taken off before the answer leaves us."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse

TAGS = "X-Space-Tags"
COUNTS = "X-Space-Counts"
# Of a parameter of a page that is kept.
LONGEST = 100
_ALONE = "X-Space-Alone"
P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


def page_for_everybody(
    *tags: str, parameters: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[R, P], HttpResponse]], Callable[Concatenate[R, P], HttpResponse]]:
    """The page is the same for everybody without a session, and shows these tags.

    A request with a query parameter that is not named here, that says one twice, or says a lot, is answered, but
    not kept: what people write themselves would fill the place of what many read.
    """

    def mark(view: Callable[Concatenate[R, P], HttpResponse]) -> Callable[Concatenate[R, P], HttpResponse]:
        @wraps(view)
        def marked(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            response = view(request, *args, **kwargs)
            alone = response.headers.pop(_ALONE, "")
            named = all(
                name in {*parameters, "lang"} and _is_short(said) for name, said in request.GET.lists()
            )
            if alone or not named:
                # Also what the view itself said that it shows.
                response.headers.pop(TAGS, None)
            else:
                shows(response, *tags)
            return response

        return marked  # type: ignore[return-value]

    return mark


def stands_alone(response: HttpResponse) -> None:
    """Do not keep this answer: its address is one of many for the same page."""
    response.headers[_ALONE] = "1"


def _is_short(said: Sequence[str]) -> bool:
    return len(said) == 1 and len(said[0]) <= LONGEST


def shows(response: HttpResponse, *tags: str) -> None:
    """The answer shows these tags too."""
    before = response.headers.get(TAGS, "")
    response.headers[TAGS] = " ".join([before, *tags]).strip()


def counts(response: HttpResponse, what: str) -> None:
    """Each delivery of this answer counts once for `what`, as `topic:7`, also when it is a kept one."""
    response.headers[COUNTS] = what
