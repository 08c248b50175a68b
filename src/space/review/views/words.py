"""Pages of watched words: find, ask, act, answer."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.text import compose
from space.kit.rules import require
from space.languages import autonym, direction
from space.review.gate import words as gate
from space.review.gate.actions import stop_watching, watch_word
from space.review.gate.forms import TryForm, WordForm
from space.review.gate.rules import RULES
from space.review.models import Does, WatchedWord
from space.review.permissions import can_watch_words


@dataclass(frozen=True)
class Row:
    pk: int
    word: str
    language: str
    lang: str
    dir: str
    does: str
    mark: str
    replacement: str
    whole: bool
    note: str


@require_safe
@login_required
def words(request: Request) -> HttpResponse:
    """All of them, a form for one more, and the rules beside them."""
    require(can_watch_words(request.reader))
    return _page(request)


@require_POST
@login_required
def add_word(request: Request) -> HttpResponse:
    require(can_watch_words(request.reader))
    form = WordForm(request.POST)
    if form.is_valid() and _kept(form, WatchedWord(), request):
        return redirect("review:words")
    return _page(request, form=form)


@require_POST
@login_required
def try_words(request: Request) -> HttpResponse:
    """What would become of a text; nothing is stored."""
    require(can_watch_words(request.reader))
    trial = TryForm(request.POST)
    if not trial.is_valid():
        return _page(request, trial=trial)
    context: dict[str, Any] = {}
    text = compose(trial.cleaned_data["text"], by=request.reader)
    found = {one.word.pk: one.word for one in gate.find(text.rendered.text, text.language)}
    context |= {"tried": True, "found": [_row(one) for one in found.values()]}
    if any(one.does == Does.REPLACE for one in found.values()):
        context["reads"] = gate.replaced(text.source, text.language)[0]
    return _page(request, trial=trial, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def word(request: Request, pk: int) -> HttpResponse:
    require(can_watch_words(request.reader))
    found = get_object_or_404(WatchedWord, pk=pk, removed_at=None)
    form = WordForm.of(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _kept(form, found, request):
        return redirect("review:words")
    status = 422 if form.is_bound else 200
    return render(request, "review/word.html", {"form": form, "row": _row(found)}, status=status)


@require_POST
@login_required
def remove_word(request: Request, pk: int) -> HttpResponse:
    require(can_watch_words(request.reader))
    stop_watching(get_object_or_404(WatchedWord, pk=pk), by=request.user)
    messages.success(request, pgettext("watched word", "It is watched no more."))
    return redirect("review:words")


def _kept(form: WordForm, word: WatchedWord, request: Request) -> bool:
    try:
        watch_word(form.filled(word), by=request.user)
    except ValidationError as error:
        form.add_error("word", error)
        return False
    messages.success(request, pgettext("watched word", "Saved. It holds from now on."))
    return True


def _page(
    request: Request, form: WordForm | None = None, trial: TryForm | None = None, **more: Any
) -> HttpResponse:
    context = {
        "form": form or WordForm(),
        "trial": trial or TryForm(auto_id="id_try_%s"),
        "rows": [_row(one) for one in WatchedWord.objects.filter(removed_at=None)],
        "rules": [{"label": rule.label, "is_on": rule.is_on(), "told": rule.told} for rule in RULES],
        **more,
    }
    refused = form or (trial and trial.errors)
    return render(request, "review/words.html", context, status=422 if refused else 200)


def _row(word: WatchedWord) -> Row:
    code = word.language
    return Row(
        pk=word.pk,
        word=word.word,
        language=autonym(code) if code else pgettext("watched word", "every language"),
        lang=code,
        dir=direction(code) if code else "auto",
        does=word.get_does_display(),
        mark={Does.REFUSE: "bad", Does.APPROVAL: "warn"}.get(Does(word.does), "plain"),
        replacement=word.replacement,
        whole=word.whole,
        note=word.note,
    )
