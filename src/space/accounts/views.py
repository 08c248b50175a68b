import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from space import languages
from space.accounts import names
from space.accounts.actions import choose_theme, narrow_list, save_preferences, tag_of
from space.accounts.faces import face_of
from space.accounts.former import now_called
from space.accounts.forms.preferences import PreferencesForm
from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.models import Theme, User, Waiting
from space.accounts.readers import Reader, carried, described
from space.accounts.requests import Request
from space.kit.fields import first_words
from space.languages.middleware import COOKIE as LANGUAGE_COOKIE
from space.web import panels
from space.web.choosing import require_our_page, way_back
from space.web.pagecache.marks import shows

THEME_COOKIE = "theme"
A_YEAR = 365 * 24 * 3600


# Places for what apps above say of a person, beside the panels of the page, which stand under `person`.
_PLACES = ("actions", "aside", "staff")
# What a card shows of what somebody says, and of the languages they read.
_WORDS, _LANGUAGES = 140, 5
# The name under which the switch of a list is remembered.
_LIST = re.compile(r"[a-z]{1,20}(?::[0-9]{1,18})?")


@require_safe
def person(request: Request, name: str) -> HttpResponse:
    """The page of a person: what they say of themselves, and what apps above show of them."""
    found, role = _find(name)
    if names.in_address(found.name) != name:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    context = _told(found, role) | {
        "panels": panels.show("person", found, request.reader, request),
        **{place: panels.show(f"person:{place}", found, request.reader, request) for place in _PLACES},
    }
    response = render(request, "accounts/person.html", context)
    if set(request.GET) <= {"lang"}:
        shows(response, tag_of(found.pk), "lists", "rooms", *panels.tags_of("person"))
    return response


@require_safe
def card(request: Request, name: str) -> HttpResponse:
    """A person in a few lines, for the card that pages show beside a name."""
    found, role = _find(name)
    context = _told(found, role) | {
        "words": first_words(found.about, _WORDS),
        "more": max(0, len(found.languages) - _LANGUAGES),
        "actions": panels.show("person:card", found, request.reader, request),
    }
    response = render(request, "accounts/_card.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    if not request.GET:
        shows(response, tag_of(found.pk))
    if not request.reader.is_authenticated:
        response.headers["Cache-Control"] = "private, max-age=60"
    return response


def _find(name: str) -> tuple[User, Reader]:
    """Somebody with all roles, by one query; by a name that they had, by two. Who still waits is nobody yet."""
    people = User.objects.defer("name_pieces").annotate(**carried("pk")).select_related("wiki")
    called = names.from_address(name)
    found = people.filter(name=called).first()
    if found is None and (former := now_called(called)):
        found = people.get(pk=former.pk)
    if found is None or (not found.is_active and Waiting.objects.filter(person=found).exists()):
        raise Http404
    return found, described(found)


def _told(found: User, role: Reader) -> dict[str, Any]:
    return {
        "person": found,
        "role": role,
        "face": face_of(found),
        "reads": [languages.language(code) for code in found.languages],
        "about": languages.mark(languages.guess(found.about, found.languages).code if found.about else ""),
    }


@require_safe
@login_required
def me(request: Request) -> HttpResponse:
    """Your own page, for menus that are the same for everybody."""
    return HttpResponseRedirect(request.user.get_absolute_url())


@login_required
def preferences(request: Request) -> HttpResponse:
    if "arrange" in request.POST:
        form = PreferencesForm.arranged(request.POST)
    else:
        form = PreferencesForm.of(request.user, request.POST or None)
    form.suggest(languages.asked_for(request.headers.get("Accept-Language", "")))
    if form.is_valid() and (saved := _kept(request, form)):
        return _saved(request, saved, form.cleaned_data)
    status = 422 if form.is_bound else 200
    context = {"form": form, "panels": panels.show("preferences", request.user, request.reader, request)}
    return render(request, "accounts/preferences.html", context, status=status)


def _kept(request: Request, form: PreferencesForm) -> User | None:
    """Nothing where a gate refuses the words: the form says so."""
    try:
        return save_preferences(request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error("about", error)
        return None


def _saved(request: Request, person: User, wrote: dict[str, Any]) -> HttpResponse:
    """Back to the page, in the language just chosen: a cookie or `?lang=` of before must not overrule it."""
    about = ({"about": one} for one in (wrote["about"], person.about, request.user.about))
    with translation.override(person.language or translation.get_language()):
        response: HttpResponse = redirect("accounts:preferences")
        if is_kept_back(*about):
            response = lead_to_what_waits(request, reverse("accounts:preferences"))
        else:
            messages.success(request, pgettext("preferences", "Your preferences are saved."))
    response.delete_cookie(LANGUAGE_COOKIE)
    return response


@require_POST
@login_required
def narrow(request: Request) -> HttpResponse:
    """The switch of a list: only my languages, or all. Back to the list, which shows it so from now on."""
    where = request.POST.get("list", "")
    if _LIST.fullmatch(where):
        narrow_list(request.user, where, to_mine=request.POST.get("shown") == "mine")
    return HttpResponseRedirect(way_back(request))


@csrf_exempt  # the form stands on pages that are kept for everybody, where a token cannot be
@require_POST
def theme(request: Request) -> HttpResponse:
    """Remember light or dark: with the account of who is signed in, in a cookie for everybody else."""
    require_our_page(request, pgettext_lazy("theme", "Choose the colours on a page of this site."))
    response = HttpResponseRedirect(way_back(request))
    if (chosen := request.POST.get("theme", "")) not in Theme.values:
        return response
    if request.reader.is_authenticated:
        choose_theme(request.user, chosen)
    else:
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=A_YEAR, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
        )
    return response
