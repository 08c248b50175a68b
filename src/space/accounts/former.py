"""Who had a name before: old addresses and old habits lead to them, where nobody else has the name now."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from space.accounts.models import FormerName, User
from space.accounts.names import from_address, in_address

View = Callable[..., HttpResponseBase]


def old_names_lead_on(view: View) -> View:
    """For addresses with the `name` of a person: one that nobody has any more leads to the same under the new name.

    Outermost, and free of charge while the page is found. What was posted is posted there once more.
    """

    @wraps(view)
    def leading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            now, match = now_called(from_address(kwargs["name"])), request.resolver_match
            if now is None or match is None or in_address(now.name) == kwargs["name"]:
                raise
            named = {**match.kwargs, "name": in_address(now.name)}
            address, query = reverse(match.view_name, kwargs=named), request.META.get("QUERY_STRING", "")
            there = f"{address}?{query}" if query else address
            return HttpResponseRedirect(there, preserve_request=request.method == "POST")

    return leading


def now_called(name: str) -> User | None:
    """Who had this name; the name itself is not looked for."""
    former = FormerName.objects.select_related("person").filter(name=name).first()
    return former.person if former else None


def called(name: str) -> Q:
    """People of this name, or who had it before, for a filter of them."""
    return Q(name=name) | Q(pk__in=FormerName.objects.filter(name=name).values("person"))


def formerly(names: Collection[str]) -> dict[str, User]:
    """Who had these names, by them, as far as they can be written to."""
    if not names:
        return {}
    found = FormerName.objects.filter(name__in=names, person__is_active=True).select_related("person")
    return {former.name: former.person for former in found}
