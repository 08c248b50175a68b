"""Rows of results: what the apps tell of their things, with the passage that matches. Ready-made HTML."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space import languages
from space.accounts.readers import Reader
from space.kit import clock
from space.search import kinds
from space.search.asking import Hit, Question
from space.search.kinds import Found
from space.search.passages import marked_title, passage
from space.search.showing.looking import Looking
from space.web.skeletons import all_filled
from space.web.templatetags.space import icon
from space.web.times import ago, iso


def loaded(hits: Iterable[Hit], reader: Reader) -> list[tuple[Hit, Found]]:
    """The things themselves; what this reader may not see is not among them.

    One query for all that an app finds in the same way: a topic is found as its first post.
    """
    ways = {name: kind.found for name, kind in kinds.kinds()}
    wanted: dict[Callable[..., Any], list[int]] = defaultdict(list)
    for hit in hits:
        wanted[ways[hit.kind]].append(hit.pk)
    found = {way: way(pks, reader) for way, pks in wanted.items()}
    return [(hit, found[ways[hit.kind]][hit.pk]) for hit in hits if hit.pk in found[ways[hit.kind]]]


def hits_html(hits: Iterable[Hit], looking: Looking, question: Question) -> list[SafeString]:
    """The items of their list, of what can be shown."""
    rows = [_row(hit, found, looking, question) for hit, found in loaded(hits, looking.reader)]
    return list(map(mark_safe, all_filled("search/_hit.html", "hit", rows)))


def _row(hit: Hit, found: Found, looking: Looking, question: Question) -> dict[str, Any]:
    spoken = found.text_lang if found.text else found.lang
    kind = str(kinds.kind(hit.kind).label)
    return {
        "url": found.url,
        "title": marked_title(found.title, question, found.lang),
        "lang": found.lang,
        "dir": found.dir,
        "icon": icon(icon_of(hit, found), "", kind),
        "kind": kind,
        "spoken": spoken,
        "autonym": languages.autonym(languages.canonical(spoken))
        if spoken not in {"", get_language()}
        else "",
        "passage": passage(found.text, question, found.text_lang) if found.text else "",
        "text_lang": found.text_lang,
        "text_dir": found.text_dir,
        "who": {"name": found.who, "url": found.who_url} if found.who else None,
        "place": _place(found),
        "iso": iso(found.when) if found.when else "",
        "ago": ago(found.when, clock.now()) if found.when else "",
        "post": pgettext("search", "post %(n)d") % {"n": found.number} if hit.kind == "post" else "",
        "closed": bool(found.more and found.more.get("closed")),
        "others": _others(hit, looking),
    }


# Where an app says nothing better.
_ICONS = {"post": "speechBubble", "topic": "speechBubbles", "person": "userAvatar", "tag": "tag"}


def icon_of(hit: Hit, found: Found) -> str:
    return found.icon or _ICONS.get(hit.kind, "listBullet")


def _place(found: Found) -> dict[str, Any] | None:
    if not found.place:
        return None
    return {"name": found.place, "url": found.place_url, "lang": found.place_lang, "tone": found.tone}


def _others(hit: Hit, looking: Looking) -> dict[str, str] | None:
    """The way to what else matches in the same topic."""
    if not (hit.more and hit.topic):
        return None
    label = npgettext("search", "%(n)d more in this topic", "%(n)d more in this topic", hit.more) % {
        "n": hit.more
    }
    return {"label": label, "url": looking.at(looking.query.but("topic", str(hit.topic)))}
