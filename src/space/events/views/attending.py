"""Saying that one comes, and looking after who does."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.kept_back import lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.views.writing import reasons_to
from space.events.actions.asking import ask, give, write_to_attendees
from space.events.actions.attending import answer, take_back_answer
from space.events.finding import find_event
from space.events.forms.asking import QuestionsForm, WordForm
from space.events.models import Answer, Event
from space.events.permissions import can_attend, can_change
from space.events.shown.people import as_csv, people_of
from space.events.shown.single_dates import dates_to_choose
from space.kit.fields import whole_number
from space.kit.rules import require

# What fields of answers are called, before the id of their question.
_QUESTION = "question-"


@require_POST
@login_required
def attend(request: Request, pk: int) -> HttpResponse:
    """One button of the page of an event. What is refused is told on that page."""
    event = find_event(request.reader, pk)
    require(can_attend(request.reader, event))
    try:
        _say(request, event)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(f"{event.get_absolute_url()}#attend")


@require_safe
def people(request: Request, pk: int) -> HttpResponse:
    event = find_event(request.reader, pk)
    return _people(request, event, WordForm())


@require_safe
@login_required
def people_csv(request: Request, pk: int) -> HttpResponse:
    """For organisers: who comes, as a table."""
    event = find_event(request.reader, pk)
    require(can_change(request.reader, event))
    response = HttpResponse(as_csv(event, request.reader), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="event-{event.pk}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def word(request: Request, pk: int) -> HttpResponse:
    """A word of the organisers to who comes."""
    event = find_event(request.reader, pk)
    require(can_change(request.reader, event))
    form = WordForm(request.POST)
    if form.is_valid():
        with reasons_to(form):
            text = form.cleaned_data["text"]
            if write_to_attendees(event, by=request.user, text=text, of=_date(request)) is None:
                return lead_to_what_waits(request, reverse("events:people", args=[event.pk]))
            messages.success(request, pgettext("event word", "They are being told."))
            return redirect("events:people", pk=event.pk)
    return _people(request, event, form, status=422)


@login_required
def questions(request: Request, pk: int) -> HttpResponse:
    """What is asked of who comes."""
    event = find_event(request.reader, pk)
    require(can_change(request.reader, event))
    form = QuestionsForm(request.POST or None, event=event)
    if form.is_valid():
        with reasons_to(form):
            ask(event, form.cleaned_data["questions"], by=request.user)
            messages.success(request, pgettext("event questions", "Kept."))
            return redirect(event)
    status = 422 if form.is_bound else 200
    return render(request, "events/questions.html", {"event": event, "form": form}, status=status)


def _say(request: Request, event: Event) -> None:
    says = request.POST.get("says", "")
    of = _date(request)
    if says == "nothing":
        take_back_answer(event, by=request.user, of=of)
        return
    if says not in Answer.values:
        raise ValidationError(pgettext("attendance", "Choose one of the answers."), code="unknown")
    mine = answer(event, by=request.user, says=Answer(says), is_public="public" in request.POST, of=of)
    asked = (name for name in request.POST if name.startswith(_QUESTION))
    numbers = {name: whole_number(name.removeprefix(_QUESTION)) for name in asked}
    give(mine, {pk: request.POST[name] for name, pk in numbers.items() if pk is not None})


def _date(request: Request) -> date | None:
    """Which one of what repeats, as forms name it; None for all, and for what is no day."""
    try:
        return date.fromisoformat(request.POST.get("date", ""))
    except ValueError:
        return None


def _people(request: Request, event: Event, form: WordForm, status: int = 200) -> HttpResponse:
    looks_after = bool(request.reader.is_authenticated and can_change(request.reader, event))
    context = {
        "event": event,
        "parts": people_of(event, request.reader),
        "looks_after": looks_after,
        "form": form if looks_after else None,
        "dates": dates_to_choose(event, request.reader) if looks_after else [],
    }
    return render(request, "events/people.html", context, status=status)
