"""Pages for administrators: find, ask, act, answer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from space.accounts.requests import Request
from space.administration import rows
from space.administration.actions import change_setting, reset_setting, token
from space.administration.forms import PictureForm, SettingForm, TextsForm, form_of
from space.administration.permissions import can_administer
from space.community.models import Setting
from space.community.registry import Definition, find
from space.kit.fields import one_line
from space.kit.rules import require
from space.uploads.handlers import TOO_LARGE
from space.web import menu


@require_safe
@login_required
def home(request: Request) -> HttpResponse:
    """What administrators can do: apps put it here by `menu.register("administration", …)`."""
    require(can_administer(request.reader))
    items = menu.shown("administration", request.path, request.reader)
    return render(request, "administration/home.html", {"items": items})


@require_safe
@login_required
def settings(request: Request) -> HttpResponse:
    require(can_administer(request.reader))
    words = one_line(request.GET.get("q", ""))[:200]
    return render(request, "administration/settings.html", {"groups": rows.groups(words), "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def setting(request: Request, name: str) -> HttpResponse:
    require(can_administer(request.reader))
    definition, chosen = _found(name)
    form = _form(request, definition, chosen)
    if form.is_bound and form.is_valid() and "preview" not in request.POST:
        try:
            seen = form.cleaned_data["seen"]
            change_setting(definition, form.chosen, by=request.user, seen=seen)
        except ValidationError as error:
            form.add_error(None, error)
            form.see_again(token(_found(name)[1]))
        else:
            messages.success(request, pgettext("setting", "Saved. It holds from now on, for everybody."))
            return redirect("administration:setting", name=name)
    return _page(request, definition, form)


@require_POST
@login_required
def reset(request: Request, name: str) -> HttpResponse:
    require(can_administer(request.reader))
    definition, _ = _found(name)
    try:
        reset_setting(definition, by=request.user, seen=request.POST.get("seen"))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, pgettext("setting", "The default holds again."))
    return redirect("administration:setting", name=name)


def _found(name: str) -> tuple[Definition[Any], Setting | None]:
    definition = find(name)
    if definition is None:
        raise Http404
    return definition, Setting.objects.select_related("by").filter(name=name).first()


def _form(request: Request, definition: Definition[Any], chosen: Setting | None) -> SettingForm:
    kind = form_of(definition)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    # Known once the form was read.
    more = {"too_large": TOO_LARGE in request.META} if issubclass(kind, PictureForm) else {}
    now = definition.held(chosen and chosen.value)
    return kind(*sent, definition=definition, now=now, seen=token(chosen), **more)


def _page(request: Request, definition: Definition[Any], form: SettingForm) -> HttpResponse:
    _, chosen = _found(definition.name)
    context = {
        "row": rows.row_of(definition, chosen),
        "form": form,
        "has_texts": isinstance(form, TextsForm),
        "preview": form.preview() if isinstance(form, TextsForm) and form.is_bound else [],
        "changes": rows.changes(definition),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "administration/setting.html", context, status=status)
