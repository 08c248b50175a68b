"""Events are added and changed. Whoever wrote something gets it back with the reason when it cannot go on."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import pgettext_lazy

from space.accounts.requests import Request
from space.discuss.composer import SAVE, desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.rooms import room
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.events.actions import add_event, change_event
from space.events.drafts import TO_ADD, to_change
from space.events.finding import find_event
from space.events.forms.event import ChangeForm, EventForm
from space.events.forms.filled import another_like
from space.events.forms.templates import begun_with
from space.events.permissions import can_add
from space.events.plan import plan_of
from space.events.views.forming import around, as_it_is, change_form, changes, saved, unfolded
from space.events.views.templating import beginnings, template_page, wants_template
from space.kit.fields import whole_number
from space.kit.rules import require

ADD = pgettext_lazy("event form", "Add the event")
# What addresses of the form can say: other pages lead here with a day, a place or a category.
_ASKED = ("title", "tags", "first_day", "country", "place", "types", "spoken")


def add(request: Request) -> HttpResponse:
    """A new event; `from=7` begins as one that is there, `template=7` as somebody has kept it."""
    has_other = request.method != "GET" or "template" in request.GET
    begun = None if has_other else draft_for(TO_ADD, request.reader)
    form = EventForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_add(request.reader),
        initial=filled(begun, _asked_for(request)),
    )
    context = {"desk": desk_for(request, TO_ADD, ADD, draft=begun), **beginnings(request.reader)}
    if wants_template(request) and form.verdict:
        return template_page(request, "events/add.html", form, context)
    if wants_preview(request) and form.verdict:
        return preview_page(request, "events/add.html", form, context | unfolded(request))
    if form.is_valid():
        with reasons_to(form):
            given = form.given | form.words
            event = add_event(form.plan(), by=request.user, category=form.cleaned_data["category"], **given)
            return saved(request, event, form)
    return form_page(request, "events/add.html", form, context | around(request, form))


def change(request: Request, pk: int) -> HttpResponse:
    event = find_event(request.reader, pk)
    begun = draft_for(to_change(event), request.reader) if request.method == "GET" else None
    form = change_form(ChangeForm, request, event, filled(begun, as_it_is(event, request)))
    if request.method == "GET":
        require(form.verdict)
    desk = desk_for(request, to_change(event), SAVE, draft=begun, cancel=event.get_absolute_url())
    context = {"event": event, "topic": event.topic, "desk": desk, **beginnings(request.reader)}
    if wants_template(request) and form.verdict:
        return template_page(request, "events/change.html", form, context, pk)
    if wants_preview(request) and form.verdict:
        return preview_page(request, "events/change.html", form, context | unfolded(request, event.pk))
    if form.is_valid():
        with reasons_to(form):
            changed = change_event(event, form.plan(plan_of(event)), by=request.user, **changes(form))
            return saved(request, changed, form)
    return form_page(request, "events/change.html", form, context | around(request, form, event.pk))


def _asked_for(request: Request) -> dict[str, Any]:
    """What the address says of it."""
    begun: dict[str, Any] = begun_with(request.GET.get("template", ""), request.reader)
    if like := whole_number(request.GET.get("from")):
        begun |= another_like(find_event(request.reader, like), request.reader)
    asked = {name: request.GET[name][:200] for name in _ASKED if name in request.GET}
    chosen = room(request.reader, request.GET.get("category", "")) or begun.get("category")
    return begun | asked | {"category": chosen}
