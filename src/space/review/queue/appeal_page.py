"""What an appeal shows: what was decided and why, what its author says, and how much time is left."""

from typing import Any

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.kit import clock
from space.languages import mark
from space.review.models import Appeal
from space.review.models.behind import picture_of, posts_of, saying_in
from space.review.queue.case_page import is_veiled
from space.review.queue.counted import appeals_of_others
from space.review.queue.words import decided
from space.review.sayings import told
from space.web.times import ago, iso

_SOME = 50


def rows(reader: Reader) -> dict[str, Any]:
    """Those that wait, the most urgent first."""
    found = appeals_of_others(reader).select_related("by", "decision__by", "decision__case")[:_SOME]
    return {"appeals": [_row(one, reader) for one in found]}


def _row(appeal: Appeal, reader: Reader) -> dict[str, Any]:
    return {
        "appeal": appeal,
        "url": reverse("review:appeal", args=[appeal.pk]),
        "face": face_of(appeal.by),
        "left": left(appeal),
        "own": appeal.decision.by_id == reader.pk,
        "told": decided(appeal.decision),
    }


def about(appeal: Appeal, reader: Reader) -> dict[str, Any]:
    """Expects its decision with case, author, penalty and who decided."""
    case = appeal.decision.case
    post = posts_of([case], reader).get(case.thing_id)
    words = mark(post.language if post else case.language)
    return {
        "appeal": appeal,
        "decision": appeal.decision,
        "told": decided(appeal.decision),
        "case": case,
        "case_url": reverse("review:case", args=[case.pk]),
        "face": face_of(appeal.by),
        "post": post,
        "picture": picture_of(case, reader),
        "veiled": is_veiled(case),
        "saying": told(saying) if (saying := saying_in(case, reader)) else None,
        "lang": words.lang,
        "dir": words.dir,
        "left": left(appeal),
        "ago": ago(appeal.at, clock.now()),
        "iso": iso(appeal.at),
        "decided_ago": ago(appeal.decision.at, clock.now()),
        "decided_iso": iso(appeal.decision.at),
    }


def left(appeal: Appeal) -> str:
    """What the clock says."""
    if appeal.outcome:
        return str(appeal.get_outcome_display())
    hours = appeal.hours_left
    if not hours:
        return pgettext("appeal", "The time is over: it waits for too long")
    return npgettext("appeal", "%(n)d hour left", "%(n)d hours left", hours) % {"n": hours}
