"""What a page says where the changes of two people meet: what saving changes, and what both changed."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.blog.history import SHORT
from space.blog.merging import Outcome
from space.blog.models import Edition
from space.discuss.history import in_language, what_changes
from space.discuss.names import named_html
from space.discuss.settling import to_settle
from space.markup.changes import is_clean

_FIELDS: dict[str, str | Promise] = {"title": pgettext_lazy("form", "Title"), **SHORT}


def changes_of(edition: Edition, outcome: Outcome, reader: Reader) -> dict[str, Any]:
    """What saving would change, for the partial of changes."""
    now, words = edition.current, outcome.words
    html = words.composed(reader, edition.language).rendered.html
    titles = (now.title if now else "", words.title)
    changes = what_changes((now.html if now else "", html), edition.language, titles)
    return {"changes": changes, "met": named_html(outcome.by) if outcome.by else ""}


def clash_of(now: Edition, outcome: Outcome) -> dict[str, Any]:
    """What the form says of a clash (`clash`), and what stands in it (`typed`)."""
    words = {name: getattr(outcome.words, name) for name in _FIELDS}
    text = to_settle(outcome.pieces, outcome.by) if outcome.pieces else outcome.words.text
    current = now.current
    clash = {
        "names": named_html(outcome.by) if outcome.by else "",
        "in_text": not is_clean(outcome.pieces),
        "fields": [
            {"label": label, "now": getattr(current, name) if current else ""}
            for name, label in _FIELDS.items()
            if name in outcome.differ
        ],
        "html": current.html if current else "",
        **in_language(now.language),
    }
    return {"clash": clash, "typed": {**words, "text": text, "clashed": "yes"}}


def parts_to_settle(outcome: Outcome) -> list[str] | None:
    """Of a translation, by parts."""
    return [to_settle(slot, outcome.by) for slot in outcome.slots] or None
