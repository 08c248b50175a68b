"""Flags and decisions as those see them whom they concern. Nobody is told who flagged, or who decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models import Audience, Post, Topic
from space.languages import mark
from space.moderation.models import Penalty
from space.review.actions.sayings import saying_of
from space.review.gate.rules import told_of
from space.review.models import Case, Decision, Did, Flag
from space.review.sayings import told
from space.review.telling import words
from space.review.things import PERSON, PICTURE, PORTRAIT, POST
from space.uploads.models import Portrait, Upload

_SHOWN = 100
_WORDS = 160


def rows_of_flags(flags: Iterable[Flag], reader: Reader) -> list[dict[str, Any]]:
    """One's own flags. What one sees no more is not shown, and of a closed group that one has left no reason either."""
    flags = list(flags)
    posts, pictures = _posts(flags, reader), _pictures(flags, reader)
    people = User.objects.in_bulk([one.case.thing_id for one in flags if one.case.thing_kind == PERSON])
    decided = {one.case_id: one for one in Decision.objects.filter(case__in=[flag.case_id for flag in flags])}
    things: dict[str, Any] = {POST: posts, PERSON: people, PICTURE: pictures, PORTRAIT: _shown_people(flags)}
    return [
        _row(one, things[one.case.thing_kind].get(one.case.thing_id), decided.get(one.case_id), reader)
        for one in flags
    ]


def _posts(flags: list[Flag], reader: Reader) -> dict[int, Post]:
    wanted = [one.case.thing_id for one in flags if one.case.thing_kind == POST]
    return Post.objects.visible_to(reader).select_related("topic", "author").in_bulk(wanted)


def _pictures(flags: list[Flag], reader: Reader) -> dict[int, Upload]:
    wanted = [one.case.thing_id for one in flags if one.case.thing_kind == PICTURE]
    return Upload.objects.visible_to(reader).in_bulk(wanted) if wanted else {}


def _shown_people(flags: list[Flag]) -> dict[int, User]:
    """Whose pictures these are, by the pictures."""
    wanted = [one.case.thing_id for one in flags if one.case.thing_kind == PORTRAIT]
    found = Portrait.objects.filter(pk__in=wanted).select_related("owner") if wanted else ()
    return {one.pk: one.owner for one in found}


def _row(
    flag: Flag, thing: Post | User | Upload | None, decision: Decision | None, reader: Reader
) -> dict[str, Any]:
    """`thing` where it is seen by this reader."""
    decision = None if flag.withdrawn_at else decision
    inside = flag.case.group_id is None or flag.case.group_id in reader.groups
    return {
        "pk": flag.pk,
        "at": flag.at,
        "why": flag.get_why_display(),
        "words": flag.words,
        "thing": _shown(thing) if isinstance(thing, Post) else None,
        "person": thing if isinstance(thing, User) else None,
        "picture": thing if isinstance(thing, Upload) else None,
        "withdrawn": flag.withdrawn_at,
        "waits": flag.case.waits and not flag.withdrawn_at,
        "agreed": flag.agreed,
        "decided_at": decision.at if decision else None,
        "did": words.for_flagger(decision) if decision else "",
        "clause": decision.get_clause_display() if decision and decision.clause else "",
        "reason": decision.reason if decision and inside else "",
    }


def _shown(post: Post) -> dict[str, Any]:
    return {
        "title": post.topic.title,
        "url": post.get_absolute_url(),
        "author": post.author.name,
        "words": post.brief(_WORDS),
        **mark(post.brief_language)._asdict(),
    }


def decisions_of(reader: Reader) -> list[dict[str, Any]]:
    """What was decided about this reader, the newest first."""
    found = Decision.objects.about(reader).select_related("case", "penalty", "appeal")[:_SHOWN]
    return [about(one.case, reader, one) for one in found]


def penalties_of(reader: Reader) -> list[Penalty]:
    """What holds now."""
    return list(
        Penalty.objects.in_force().filter(person=reader.pk).select_related("decision").order_by("until")
    )


def about(case: Case, reader: Reader, decision: Decision | None = None) -> dict[str, Any]:
    """A case for its author: what was done, why, until when, and what they can do."""
    post = case.post_for(reader)
    appeal = getattr(decision, "appeal", None) if decision else None
    return {
        "case": case,
        "decision": decision,
        "url": _url(case, decision),
        "title": _title(case, decision),
        "clause": _clause(case, decision),
        "penalty": decision.penalty if decision else None,
        "at": decision.at if decision else case.taken_back_at or case.hidden_at or case.opened_at,
        "post": post,
        "picture": _picture(case, reader),
        "saying": _saying(case),
        "topic": _topic(post, reader) if post else None,
        "asks_change": decision.did == Did.ASK if decision else case.hidden_at is not None,
        "is_hidden": post is not None and _is_away(post),
        "rules": _rules(case) if decision is None and case.waits and case.is_held else [],
        "appeal": appeal,
        "hours": appeal.hours_left if appeal else 0,
        **(mark(post.language)._asdict() if post else {}),
    }


def _picture(case: Case, reader: Reader) -> str:
    """The name of the picture that it is about, as its owner sent it."""
    if case.thing_kind == PORTRAIT:
        return pgettext("appeal", "The picture by which you are shown")
    if case.thing_kind != PICTURE:
        return ""
    mine = Upload.objects.filter(pk=case.thing_id, owner=reader.pk)
    return mine.values_list("name", flat=True).first() or ""


def _saying(case: Case) -> dict[str, Any] | None:
    saying = saying_of(case)
    return {**told(saying), **mark(saying.language)._asdict()} if saying else None


def _rules(case: Case) -> list[str]:
    """Why it is held, as its author is told."""
    return [said for flag in case.flags.all() if flag.rule and (said := str(told_of(flag.rule)))]


def hidden_since(case: Case, decision: Decision | None) -> datetime:
    return decision.at if decision else case.hidden_at or case.opened_at


def _url(case: Case, decision: Decision | None) -> str:
    if decision:
        return reverse("review:about_me_one", args=[decision.pk])
    return reverse("review:about_me_case", args=[case.pk])


def _title(case: Case, decision: Decision | None) -> str:
    if decision:
        return words.title_of(decision)
    if case.taken_back_at:
        return words.title_of_taken_back()
    if case.amended_at:
        return words.title_of_amended()
    return words.title_of_hidden(case) if case.hidden_at else words.title_of_held()


def _clause(case: Case, decision: Decision | None) -> str:
    if decision:
        return decision.get_clause_display() if decision.clause else ""
    return words.clause_of(case) if case.hidden_at else ""


def _topic(post: Post, reader: Reader) -> Topic | None:
    """Where it stands, unless that is nothing to them any more."""
    own_or_seen = post.number == 1 or Topic.objects.visible_to(reader).filter(pk=post.topic_id).exists()
    return post.topic if own_or_seen else None


def _is_away(post: Post) -> bool:
    return post.hidden_at is not None or (post.number == 1 and post.topic.audience == Audience.NOBODY)
