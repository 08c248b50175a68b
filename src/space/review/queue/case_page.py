"""What somebody needs to know to decide: the thing, its author, the thread, and what was decided before."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import npgettext

from space.accounts import names
from space.accounts.faces import Face, face, face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.blog.actions.beside import said_beside_draft
from space.blog.models import Story
from space.discuss.history import what_changes
from space.discuss.models import Post, Topic
from space.discuss.topic_rules import can_move_posts
from space.kit import clock
from space.languages import autonym, mark
from space.moderation.models import Penalty
from space.review.actions.telling import who_looks_after
from space.review.models import Case, Decision, Flag, StaffNote, Why
from space.review.models.behind import (
    alike,
    beside_of,
    picture_of,
    posts_of,
    posts_written_by,
    saying_in,
)
from space.review.models.held import words_before
from space.review.permissions import can_keep_notes, can_punish
from space.review.queue.words import claimed, decided, is_private, known, told, weighs
from space.review.sayings import told as told_saying
from space.review.things import PORTRAIT
from space.web.times import ago, iso

# Of each list that stands beside a case.
_SOME = 5
_FLAGS = 200
# A picture that is flagged so is looked at by who wants to.
_VEILS = (Why.INAPPROPRIATE, Why.ILLEGAL)


def about(case: Case, reader: Reader) -> dict[str, Any]:
    """Everything but the form. Expects the case's author, category, group and `claimed_by`."""
    post = posts_of([case], reader).get(case.thing_id)
    language = post.language if post else case.language
    words = mark(language)
    flags = case.flags.select_related("by")[:_FLAGS]
    return {
        "case": case,
        "post": post,
        "is_private": post is not None and is_private(post.topic.audience),
        "picture": picture_of(case, reader),
        "saying": told_saying(saying) if (saying := saying_in(case, reader)) else None,
        "veiled": is_veiled(case),
        "face": _face(case),
        "known": known(case.author.trust, posts_written_by(case.author_id)),
        "lang": words.lang,
        "dir": words.dir,
        "autonym": autonym(language) if language else "",
        "flags": [(flag, told(flag)) for flag in flags],
        "beside": _beside(post) if post else [],
        "changes": _changes(case, post) if post and case.is_held else None,
        "weight": weighs(case.weight, is_hidden=case.hidden_at is not None),
        "claimed": claimed(
            case.claimed_by.name if case.claimed_by else None, mine=case.claimed_by_id == reader.pk
        ),
        "ago": ago(case.opened_at, clock.now()),
        "iso": iso(case.opened_at),
        "decisions": [decided(one) for one in case.decisions.select_related("by")],
        **_ways(case, post, reader),
        **_before(case, post, reader),
        "staff": _staff(case.author, reader),
    }


def _changes(case: Case, post: Post) -> dict[str, Any] | None:
    """What a change that is held would bring to what stood there."""
    before = words_before(case, post)
    if before is None:
        return None
    titles = (before.title, post.topic.title) if before.title else ("", "")
    return what_changes((before.html, post.html), post.language, titles)


def _face(case: Case) -> Face:
    """A letter, where it is their picture that may hurt."""
    author = case.author
    return face(author.pk, author.name) if case.thing_kind == PORTRAIT else face_of(author)


def is_veiled(case: Case) -> bool:
    """Whether somebody said of its picture what one may not want to look at."""
    return case.flags.filter(withdrawn_at=None, why__in=_VEILS).exists()


def flaggers(case: Case) -> frozenset[int]:
    """The people whose flags are on it; who took theirs back is no part of it any more."""
    found = case.flags.filter(withdrawn_at=None, by__isnull=False)
    return frozenset(found.values_list("by", flat=True))


def _beside(post: Post) -> list[str]:
    """What was read beside its words; of the post that opens a topic also its tags, and what a draft says with it."""
    said = beside_of(post)
    if post.number == 1:
        said += post.topic.tags.order_by("name").values_list("name", flat=True)
        said += said_beside_draft(post.topic_id)
    return list(dict.fromkeys(said))


def _ways(case: Case, post: Post | None, reader: Reader) -> dict[str, Any]:
    """To where it stands, and to what is done there by hand; only what this reader sees there."""
    draft = Story.objects.visible_to(reader).filter(room=post.topic_id).first() if post else None
    way = {"draft": draft.desk_url} if draft else {}
    return {"ways": way | _ways_there(case, post, reader)}


def _ways_there(case: Case, post: Post | None, reader: Reader) -> dict[str, str]:
    if post is None or not Topic.objects.visible_to(reader).filter(pk=post.topic_id).exists():
        return {}
    topic = post.topic
    ways = {
        "context": post.get_absolute_url(),
        "change": reverse("discuss:change", args=[topic.slug, topic.pk]),
    }
    if can_move_posts(reader, topic):
        ways |= _moves(case, post)
    if post.edited_at:
        ways["history"] = reverse("discuss:history", args=[topic.slug, topic.pk, post.number])
    if not post.hidden_at:
        ways["edit"] = reverse("discuss:edit", args=[topic.slug, topic.pk, post.number])
    return ways


def _moves(case: Case, post: Post) -> dict[str, str]:
    """To the pages on which posts are moved, which lead back to the case afterwards."""
    args, back = [post.topic.slug, post.topic_id], case.get_absolute_url()
    choose, where = reverse("discuss:move_posts", args=args), reverse("discuss:move_posts_to", args=args)
    asked = {
        "move": (choose, str(post.number)),
        "split": (choose, f"{post.number}-"),
        "merge": (where, "1-"),
    }
    return {
        name: f"{url}?{urlencode({'posts': posts, 'next': back})}" for name, (url, posts) in asked.items()
    }


def _before(case: Case, post: Post | None, reader: Reader) -> dict[str, Any]:
    """What came before, of what this reader may know: with this author, in this topic, and with these words."""
    seen = Case.objects.visible_to(reader)
    others = seen.exclude(pk=case.pk)
    decided = Decision.objects.filter(case__in=seen, case__author=case.author).exclude(case=case)
    same = Q(case__thing_kind=case.thing_kind, case__thing_id=case.thing_id)
    against = Flag.objects.filter(case__in=seen, case__author=case.author, withdrawn_at=None)
    by_hand = others.filter(author=case.author).waiting().order_by("-opened_at")
    return {
        "same_before": decided.filter(same)[:_SOME],
        "decided_before": decided.exclude(same)[:_SOME],
        "flags_against": _counted(against.exclude(case=case)),
        "of_author": by_hand[:_SOME],
        "of_topic": others.filter(topic=case.topic).waiting()[:_SOME] if case.topic else [],
        "same_words": _same_words(post, reader) if post else [],
        "alike": alike(case, post, reader).select_related("author")[:_SOME] if post else [],
    }


def _counted(flags: Any) -> str:
    agreed = list(flags.order_by().values_list("agreed", flat=True)[:1000])
    right = sum(one is True for one in agreed)
    said = npgettext(
        "review", "%(n)d earlier flag, %(right)d right", "%(n)d earlier flags, %(right)d right", len(agreed)
    )
    return said % {"n": len(agreed), "right": right} if agreed else ""


def _same_words(post: Post, reader: Reader) -> list[Post]:
    """Where its author has written exactly this, too."""
    theirs = Post.objects.visible_to(reader).filter(author=post.author_id, source=post.source)
    return list(theirs.exclude(pk=post.pk).select_related("topic")[:_SOME])


def _staff(person: User, reader: Reader) -> dict[str, Any]:
    """What moderators of the whole place know of a person."""
    if not can_punish(reader):
        return {}
    return {
        "url": reverse("review:person", args=[names.in_address(person.name)]),
        "penalties": Penalty.objects.filter(person=person).order_by("-at")[:_SOME],
        "notes": StaffNote.objects.visible_to(reader).filter(person=person).select_related("by")[:_SOME]
        if can_keep_notes(reader, person)
        else [],
    }


def hands(case: Case, reader: Reader) -> list[User]:
    """To whom this reader may hand the case: others who look after it and are no part of it."""
    involved = {reader.pk, case.author_id, *flaggers(case)}
    others = set(who_looks_after(case)) - involved
    return list(User.objects.filter(pk__in=others, is_active=True).order_by("name")[:100])
