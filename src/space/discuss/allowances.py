"""How much and how often one may write. The numbers are settings of the community."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext

from space.accounts.models import Trust, User
from space.accounts.terms import terms_of
from space.discuss import numbers
from space.discuss.numbers_of_responses import REACTIONS_A_DAY
from space.discuss.polls.numbers import VOTES_AN_HOUR
from space.limits.actions import Limit, take
from space.markup import Rendered

DAY = timedelta(days=1)

# A day's allowance grows with trust.
FACTOR = {Trust.MEMBER: 1.5, Trust.REGULAR: 2.0, Trust.LEADER: 3.0}


@dataclass(frozen=True)
class Allowances:
    """What one person may do; its calls raise a ValidationError that says what to change or when to go on."""

    person: User

    @property
    def is_newcomer(self) -> bool:
        """Without trust, in the first day; or as a moderator says."""
        return terms_of(self.person).is_newcomer

    def take_topic(self) -> None:
        self._take(
            gap("topic-gap", numbers.TOPIC_GAP_SECONDS()),
            Limit("topics", numbers.TOPICS_A_DAY(), DAY),
            *([Limit("newcomer-topics", numbers.NEWCOMER_TOPICS(), DAY)] if self.is_newcomer else []),
        )

    def take_reply(self) -> None:
        if self.is_newcomer:
            self._take(
                gap("newcomer-gap", numbers.NEWCOMER_GAP_SECONDS()),
                Limit("newcomer-replies", numbers.NEWCOMER_REPLIES(), DAY),
            )
        else:
            self._take(gap("post-gap", numbers.POST_GAP_SECONDS()))

    def take_edit(self) -> None:
        self._take(Limit("edits", numbers.EDITS_A_DAY(), DAY))

    def take_vote(self) -> None:
        self._take(Limit("votes", VOTES_AN_HOUR(), timedelta(hours=1)))

    def take_reaction(self) -> None:
        try:
            self._take(Limit("reactions", REACTIONS_A_DAY(), DAY))
        except ValidationError as refused:
            raise too_many_reactions((refused.params or {})["seconds"]) from None

    def check(self, text: Rendered) -> None:
        """Refuse a text with more links, images or mentions than this person may use in one post."""
        mentions = numbers.NEWCOMER_MENTIONS() if self.is_newcomer else numbers.MENTIONS_A_POST()
        if len(text.mentions) > mentions:
            raise too_many_mentions(mentions)
        if self.is_newcomer and len(text.strange_links) > (links := numbers.NEWCOMER_LINKS()):
            raise too_many_links(links)
        if self.is_newcomer and len(text.images) > (images := numbers.NEWCOMER_IMAGES()):
            raise too_many_images(images)

    def told_before(self) -> str:
        """What a newcomer should know before writing; empty for everybody else."""
        if not self.is_newcomer:
            return ""
        links, images, names = (
            numbers.NEWCOMER_LINKS(),
            numbers.NEWCOMER_IMAGES(),
            numbers.NEWCOMER_MENTIONS(),
        )
        can_hold = (
            npgettext("limit", "%(n)d link to other sites", "%(n)d links to other sites", links)
            % {"n": links},
            npgettext("limit", "%(n)d image", "%(n)d images", images) % {"n": images},
            npgettext("limit", "the name of %(n)d person", "the names of %(n)d people", names) % {"n": names},
        )
        told = pgettext("limit", "On your first day a post can hold: %(links)s, %(images)s, %(names)s.")
        return told % dict(zip(("links", "images", "names"), can_hold, strict=True))

    def _take(self, *limits: Limit) -> None:
        terms = terms_of(self.person)
        factor = FACTOR.get(Trust(terms.trust), 1.0)
        for limit in limits:
            grown = limit.times(factor) if limit.uses > 1 else limit
            take(f"person:{self.person.pk}", terms.of(grown))


def gap(name: str, seconds: int) -> Limit:
    """One use, and then a pause."""
    return Limit(name, 1, timedelta(seconds=seconds))


def too_many_reactions(wait: int) -> ValidationError:
    text = npgettext(
        "limit",
        "That was a lot of reactions for one day. You can leave the next one in %(n)d minute.",
        "That was a lot of reactions for one day. You can leave the next one in %(n)d minutes.",
        minutes := ceil(wait / 60),
    )
    return ValidationError(text, code="too_fast", params={"n": minutes, "seconds": wait})


def too_many_mentions(most: int) -> ValidationError:
    text = npgettext(
        "limit",
        "You can name %(n)d person in one post. Take away some of the mentions.",
        "You can name %(n)d people in one post. Take away some of the mentions.",
        most,
    )
    return ValidationError(text, code="too_many_mentions", params={"n": most})


def too_many_links(most: int) -> ValidationError:
    text = npgettext(
        "limit",
        "On your first day a post can hold %(n)d link to other sites. Links to Wikimedia wikis do not count.",
        "On your first day a post can hold %(n)d links to other sites. Links to Wikimedia wikis do not count.",
        most,
    )
    return ValidationError(text, code="too_many_links", params={"n": most})


def too_many_images(most: int) -> ValidationError:
    text = npgettext(
        "limit",
        "On your first day a post can hold %(n)d image.",
        "On your first day a post can hold %(n)d images.",
        most,
    )
    return ValidationError(text, code="too_many_images", params={"n": most})
