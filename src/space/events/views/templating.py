"""Templates of events: kept from the form, begun with, named anew, and taken away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.models import Category
from space.discuss.rooms import categories
from space.events.actions.templating import delete_template, keep_template, rename_template
from space.events.forms.event import EventForm
from space.events.forms.templates import OURS, held
from space.events.models import Template
from space.events.permissions import can_keep_template
from space.events.views.forming import unfolded
from space.kit.rules import require


def wants_template(request: Request) -> bool:
    return request.method == "POST" and "keep-template" in request.POST


def template_page(
    request: Request, template: str, form: EventForm, context: dict[str, Any], event: int = 0
) -> HttpResponse:
    """What was typed is kept as a template, and stands in the form again."""
    try:
        _keep(request)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    form.show_again(request.POST)
    told = {**context, **unfolded(request, event), "form": form, "verdict": form.verdict}
    return render(request, template, told)


def _keep(request: Request) -> None:
    rooms = {str(one.pk): one for one in rooms_to_keep_for(request.reader)}
    category = rooms.get(request.POST.get("template_for", ""))
    require(can_keep_template(request.reader, category))
    kept = keep_template(
        held(request.POST), by=request.user, name=request.POST.get("template_name", ""), category=category
    )
    told = pgettext("event template", "Kept as a template: {}").format(kept.name)
    messages.success(request, told)


def rooms_to_keep_for(reader: Reader) -> list[Category]:
    """Categories for which this reader may keep templates."""
    if not reader.is_member:
        return []
    return [one for one in categories(reader) if not one.is_archive and can_keep_template(reader, one)]


def beginnings(reader: Reader) -> dict[str, Any]:
    """What the form can begin with, as links; and for which categories one may keep what stands in it."""
    address = reverse("events:add")
    kept = list(Template.objects.visible_to(reader).order_by("name", "pk"))
    return {
        "beginnings": [
            *({"name": one.label, "url": f"{address}?template={key}"} for key, one in OURS.items()),
            *({"name": one.name, "url": f"{address}?template={one.pk}", "is_kept": True} for one in kept),
        ],
        "has_templates": bool(kept),
        "template_rooms": rooms_to_keep_for(reader),
    }


@require_safe
@login_required
def mine(request: Request) -> HttpResponse:
    """One's own, and those of categories for which one may keep some."""
    rooms = rooms_to_keep_for(request.reader)
    found = Template.objects.visible_to(request.reader).select_related("category")
    rows = [one for one in found if one.category is None or one.category in rooms]
    return render(request, "events/templates.html", {"rows": rows, "add_url": reverse("events:add")})


@require_POST
@login_required
def one(request: Request, pk: int) -> HttpResponse:
    """It gets another name, or goes (`do=delete`)."""
    template = get_object_or_404(
        Template.objects.visible_to(request.reader).select_related("category", "by"), pk=pk
    )
    require(can_keep_template(request.reader, template.category))
    if request.POST.get("do") == "delete":
        delete_template(template)
    else:
        try:
            rename_template(template, by=request.user, name=request.POST.get("name", ""))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return redirect("events:templates")
