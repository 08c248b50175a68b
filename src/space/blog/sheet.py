"""The form of an edition, and of a translation what stands beside it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from space.accounts.requests import Request
from space.blog.finding import original_read, version_followed
from space.blog.forms.editions import EditionForm, TranslationForm
from space.blog.models import Edition, SentBack, Version
from space.blog.permissions import can_improve
from space.blog.side_by_side import BETWEEN, Pair, beside, parts_of, taken_apart
from space.discuss.settling import settled
from space.kit.fields import whole_number
from space.languages import mark
from space.markup.blocks import blocks_of


def form_of(request: Request, edition: Edition, typed: QueryDict | None, **initial: Any) -> EditionForm:
    """With what was typed, or with how the edition reads now and over that `initial`."""
    reader, version = request.reader, edition.current
    now = {name: getattr(version, name) for name in ("title", "summary", "caption", "alt")} if version else {}
    began = {"text": version.source if version else "", "began": version.number if version else 0}
    given: dict[str, Any] = {
        "reader": reader,
        "edition": edition,
        "verdict": can_improve(reader, edition),
        "initial": {**now, **began, "draft": request.POST.get("draft", ""), **initial},
    }
    if edition.is_original:
        return EditionForm(typed, **given)
    tags = list(edition.story.tags.all())
    return TranslationForm(typed, tags=tags, parts=sent_parts(typed), **given)


def sent_parts(typed: QueryDict | None) -> list[str] | None:
    """The parts of a translation as they were typed."""
    if typed is None or "part" not in typed:
        return None
    parts = [part.replace("\r\n", "\n").strip() for part in typed.getlist("part")]
    return [settled(part) for part in parts] if typed.get("clashed") else parts


def beside_form(request: Request, form: EditionForm, parts: list[str] | None = None) -> dict[str, Any]:
    """What a translation's page needs beside the form: the original by pairs. `parts` stand in the fields."""
    edition = form.edition
    if edition.is_original:
        return {}
    original = original_read(request.reader, edition.story)
    if original is None:
        return {}
    sent = version_followed(edition.story, whole_number(str(form["follows"].value() or "")))
    if sent is not None and sent.number != original.number:
        # The form was made from an older version: its fields stand beside that one.
        original = sent
    pairs = _pairs(edition, original, form, parts)
    form.initial["follows"] = original.number
    form.initial["text"] = BETWEEN.join(pair.text for pair in pairs if not pair.is_gone)
    return {
        "pairs": pairs,
        "original": original,
        "original_by": mark(edition.story.language)._asdict(),
        "is_stale": any(pair.is_new or pair.is_gone or pair.changes for pair in pairs),
        "own": mark(edition.language)._asdict(),
        "sent_back": _sent_back(edition),
    }


def _pairs(edition: Edition, original: Version, form: EditionForm, parts: list[str] | None) -> list[Pair]:
    blocks = blocks_of(original.source)
    pairs = _as_they_are(edition, original, blocks)
    begun = form.initial.get("text") if "begun" in form.initial else None
    if parts is None and isinstance(begun, str):
        parts = taken_apart(begun, blocks)
    if parts is None:
        return pairs
    if len(parts) != len(blocks):
        parts = taken_apart("\n\n".join(parts), blocks)
    return [pair if pair.is_gone else replace(pair, text=parts[pair.number]) for pair in pairs]


def _as_they_are(edition: Edition, original: Version, blocks: list[str]) -> list[Pair]:
    version = edition.current
    if version is None:
        return beside(original, [""] * len(blocks))
    said = version_followed(edition.story, version.follows) or original
    return beside(original, parts_of(version.source, version.parts, blocks_of(said.source)), said)


def _sent_back(edition: Edition) -> SentBack | None:
    """What its second reader asked for, until it is sent again."""
    if edition.submitted_at is not None or edition.current_id == edition.shown_id:
        return None
    last = edition.sent_back.select_related("by").order_by("-at", "-pk").first()
    is_answered = last and edition.approved_at and edition.approved_at > last.at
    return None if is_answered else last


def typed_again(typed: Mapping[str, str], form: EditionForm) -> dict[str, str]:
    return {name: typed[name] for name in form.fields if name in typed}
