"""Choices that stand in forms on pages kept for everybody, where no token can be."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme


def require_our_page(request: HttpRequest, reason: str | Promise) -> None:
    """Go on if the form stands on a page of this site, as the browser says; otherwise refuse for this reason."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise PermissionDenied(reason)


def way_back(request: HttpRequest) -> str:
    """The page that the form came from, if it is ours, else the first page."""
    return if_ours(request, request.POST.get("next", "")) or "/"


def if_ours(request: HttpRequest, address: str) -> str:
    """An address that somebody gave, if it is one of this site; else nothing. Whoever links to one asks first.

    A word without a slash is no address: whoever redirects there would take it for the name of one.
    """
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if ours and "/" in address else ""
