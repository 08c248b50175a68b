"""Pages that only a demo has: become anybody, and read the mails that would have gone out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from space import languages
from space.accounts.faces import Face, face_of
from space.accounts.models import Nature, User
from space.accounts.readers import Reader, carried, described
from space.pages.demo import mailbox

BACKEND = "space.accounts.backends.ByNameOrAddress"
# A mail's HTML stands alone in a sandbox: no script, no form, no request to anywhere.
MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"

View = Callable[..., HttpResponse]


def demo_only(view: View) -> View:
    """Outside of a demo these pages do not exist. Nothing keeps them: who one is changes with every press."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@dataclass(frozen=True)
class Card:
    """A person whom one can become."""

    person: User
    role: Reader
    face: Face
    about: languages.Mark
    languages: list[languages.Language]


@require_safe
@demo_only
def people(request: HttpRequest) -> HttpResponse:
    rows = User.objects.filter(nature=Nature.PERSON, is_active=True).annotate(**carried("pk")).order_by("pk")
    return render(request, "pages/demo/people.html", {"cards": [_card(row) for row in rows]})


def _card(row: User) -> Card:
    about = languages.mark(row.languages[0] if row.languages else "")
    return Card(
        row, described(row), face_of(row), about, [languages.language(code) for code in row.languages]
    )


@require_POST
@demo_only
def become(request: HttpRequest) -> HttpResponse:
    """Sign in as this person, or as nobody."""
    number = request.POST.get("person", "")
    logout(request)
    if number.isascii() and number.isdecimal() and len(number) < 19:
        person = get_object_or_404(User, pk=int(number), nature=Nature.PERSON, is_active=True)
        login(request, person, backend=BACKEND)
        # Nobody of the demo has a password to show again.
        record_authentication(request, person, "demo")
    return redirect("pages:home")


@require_safe
@demo_only
def mail(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/demo/mail.html", {"mails": mailbox.newest_first()})


@require_safe
@demo_only
def letter(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "pages/demo/letter.html", {"mail": _mail(name)})


@require_safe
@demo_only
def letter_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of a mail for the frame on its page."""
    headers = {"Content-Security-Policy": MAIL_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return HttpResponse(_mail(name).html, content_type="text/html; charset=utf-8", headers=headers)


def _mail(name: str) -> mailbox.Mail:
    found = mailbox.find(name)
    if found is None:
        raise Http404
    return found
