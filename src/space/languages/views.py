from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import pgettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from space.languages.middleware import COOKIE
from space.languages.negotiation import spoken
from space.web.choosing import require_our_page, way_back

A_YEAR = 365 * 24 * 3600


@csrf_exempt  # the form stands on pages that are kept for everybody, where a token cannot be
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the interface language in a cookie, and go back to where the reader was."""
    require_our_page(request, pgettext_lazy("language", "Choose the language on a page of this site."))
    response = HttpResponseRedirect(_back(request))
    if code := spoken(request.POST.get("lang", "")):
        response.set_cookie(
            COOKIE, code, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    return response


def _back(request: HttpRequest) -> str:
    """The page the form came from, if it is ours, without a `?lang=` that would overrule the choice."""
    parts = urlsplit(way_back(request))
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "lang"]
    return urlunsplit(parts._replace(query=urlencode(kept)))
