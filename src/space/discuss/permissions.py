"""Who may do what in Discuss. Rules ask the database nothing: the reader carries its roles."""

from datetime import timedelta
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, Trust, User
from space.accounts.readers import Reader
from space.discuss.models import Category, Door, Kind, Poll, Post, Results, Topic
from space.discuss.numbers import EDIT_DAYS, EDIT_HOURS_NEW
from space.discuss.openings import ARCHIVED, MESSAGE, words_stay
from space.discuss.trust_words import how
from space.groups.standing import is_quiet
from space.kit import clock
from space.kit.rules import Refusal, Verdict, first_refusal

CLOSED = Refusal(pgettext_lazy("refusal", "This topic is closed. Start a new one if there is more to say."))
POLL_CLOSED = Refusal(pgettext_lazy("refusal", "This poll is closed. Votes stay as they are."))
POLL_CHANGED = Refusal(
    pgettext_lazy("refusal", "The poll was changed while you looked at it. Read it again before you vote.")
)
POLL_BEGUN = Refusal(pgettext_lazy("refusal", "Somebody has voted, so this poll stays as it is."))
GROUP_CLOSED = Refusal(
    pgettext_lazy("refusal", "This group is closed: it is read, and nobody writes in it any more.")
)
LOOKS_ON = Refusal(pgettext_lazy("refusal", "You read this as staff: only the people in it write here."))
STAYS = Refusal(pgettext_lazy("refusal", "This topic is closed, so its posts stay as they are."))


def can_write(reader: Reader) -> Verdict:
    if not reader.is_authenticated:
        return Refusal(
            pgettext_lazy("refusal", "Sign in to write here. What you typed is kept on this page.")
        )
    if reader.is_silenced:
        return Refusal(
            pgettext_lazy("refusal", "You cannot write for now. A moderator has told you why and until when.")
        )
    return True


def can_follow(reader: Reader) -> Verdict:
    """Say what one wants to hear of, mark as read, keep a list of one's own: for who is signed in and not suspended."""
    if reader.is_member:
        return True
    if reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
    return Refusal(pgettext_lazy("refusal", "Sign in first: then this place remembers it for you."))


def can_follow_person(reader: Reader, person: User) -> Verdict:
    """Follow or mute somebody: any person but oneself."""
    if person.pk == reader.pk:
        return Refusal(pgettext_lazy("refusal", "One cannot follow or mute oneself."))
    if person.nature != Nature.PERSON or not person.is_active:
        return Refusal(pgettext_lazy("refusal", "Nobody writes with this account any more."))
    return can_follow(reader)


def can_keep_drafts(reader: Reader) -> Verdict:
    """What one has typed is one's own, also for who may not send it now."""
    if reader.is_authenticated:
        return True
    return Refusal(pgettext_lazy("refusal", "Sign in first: then this place keeps your text for you."))


def can_moderate(reader: Reader, category: Category | None) -> Verdict:
    if reader.is_moderator:
        return True
    if category and (
        category.pk in reader.moderated_categories or category.parent_id in reader.moderated_categories
    ):
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of this category can do that."))


def is_open_group(reader: Reader, group: int | None) -> Verdict:
    """Whether one can write where only this group reads."""
    return GROUP_CLOSED if is_quiet(reader, group) else True


def can_start(reader: Reader, category: Category) -> Verdict:
    return first_refusal(can_write(reader), takes_topics(reader, category))


def can_reply(reader: Reader, topic: Topic) -> Verdict:
    return first_refusal(can_write(reader), takes_replies(reader, topic))


def can_edit(reader: Reader, post: Post) -> Verdict:
    """Authors for a while, members what is a wiki, moderators always. Expects `post.topic.category` to be there."""
    verdict = first_refusal(words_stay(post), can_write(reader), is_open_group(reader, post.topic.group_id))
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    return _can_edit_wiki(reader, post) if post.is_wiki else _can_edit_own(reader, post)


def _can_edit_wiki(reader: Reader, post: Post) -> Verdict:
    if post.topic.is_closed:
        return STAYS
    if reader.trust >= Trust.BASIC:
        return takes_replies(reader, post.topic)
    if post.author_id == reader.pk:
        return _can_edit_own(reader, post)
    return Refusal(
        pgettext_lazy(
            "refusal",
            "Members who have been here a little longer edit this post together. Write a reply for now.",
        )
    )


def _can_edit_own(reader: Reader, post: Post) -> Verdict:
    if post.author_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "Only its author can edit this post."))
    if post.topic.is_closed:
        return STAYS
    if clock.now() - post.created_at > edit_time(reader):
        return Refusal(
            pgettext_lazy(
                "refusal", "The time to edit this post is over. Write a reply to correct or add something."
            )
        )
    return True


def can_make_wiki(reader: Reader, post: Post) -> Verdict:
    """Let members edit a post together, and end that: its author at any time, and moderators."""
    verdict = first_refusal(words_stay(post), can_write(reader))
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    if post.author_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "Only its author and moderators can decide that."))
    if post.topic.is_closed:
        return STAYS
    if reader.trust < Trust.BASIC:
        return Refusal(
            pgettext_lazy(
                "refusal", "You can let others edit your posts once you have been here a little longer."
            )
        )
    return True


def can_restore(reader: Reader, post: Post) -> Verdict:
    """Bring an older version back: who edits a wiki, and moderators."""
    if post.is_wiki:
        return can_edit(reader, post)
    return first_refusal(can_edit(reader, post), can_moderate(reader, post.topic.category))


def can_hide_versions(reader: Reader, post: Post) -> Verdict:
    return first_refusal(can_write(reader), can_moderate(reader, post.topic.category))


def edit_time(reader: Reader) -> timedelta:
    if reader.trust >= Trust.MEMBER:
        return timedelta(days=EDIT_DAYS())
    return timedelta(hours=EDIT_HOURS_NEW())


def can_react(reader: Reader, post: Post) -> Verdict:
    """At posts of others, also where the topic is closed. Expects `post.topic`."""
    if not reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "Sign in first: then others see whom they reached."))
    if post.topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    if post.hidden_at is not None:
        return Refusal(pgettext_lazy("refusal", "This post is not here any more."))
    if post.author_id == reader.pk:
        return Refusal(pgettext_lazy("refusal", "Reactions are for the posts of others."))
    looks_on: Verdict = LOOKS_ON if post.topic_id in reader.opened else True
    return first_refusal(can_write(reader), is_open_group(reader, post.topic.group_id), looks_on)


def stands_in_lists(topic: Topic) -> Verdict:
    """Private conversations stand in no list of Discuss, and nobody steers them."""
    return MESSAGE if topic.kind == Kind.MESSAGE else True


def can_close(reader: Reader, topic: Topic) -> Verdict:
    return first_refusal(stands_in_lists(topic), can_write(reader), can_moderate(reader, topic.category))


def can_vote(reader: Reader, poll: Poll) -> Verdict:
    """Everybody who may write at all. Like all rules of polls it expects `poll.post.topic` with its closure."""
    if poll.is_closed:
        return POLL_CLOSED
    if not reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "Sign in to vote."))
    return can_write(reader)


def sees_results(poll: Poll, *, voted: bool) -> Verdict:
    """Whether results are shown to who has voted, or not. For authors and moderators nothing else holds."""
    if poll.is_closed or poll.results == Results.ALWAYS:
        return True
    if poll.results == Results.AFTER_CLOSING:
        return Refusal(pgettext_lazy("refusal", "Results are shown when the poll is closed."))
    return voted or Refusal(
        pgettext_lazy("refusal", "Results are shown to who has voted, and to all when the poll is closed.")
    )


def can_change_poll(reader: Reader, poll: Poll) -> Verdict:
    """Question, options and rules, while nobody has answered them."""
    begun: Verdict = POLL_BEGUN if poll.voters else True
    return first_refusal(can_close_poll(reader, poll), begun)


def can_close_poll(reader: Reader, poll: Poll) -> Verdict:
    if poll.is_closed:
        return POLL_CLOSED
    if poll.post.author_id == reader.pk:
        return can_write(reader)
    moderates = can_moderate(reader, poll.post.topic.category)
    not_mine = Refusal(pgettext_lazy("refusal", "Only its author and moderators can do that with a poll."))
    return first_refusal(can_write(reader), moderates or not_mine)


def can_reopen_poll(reader: Reader, poll: Poll) -> Verdict:
    """For moderators alone: the results have been seen. A poll that ended with its topic opens with it."""
    topic = poll.post.topic
    with_it: Verdict = CLOSED if topic.is_closed else True
    return first_refusal(can_write(reader), can_moderate(reader, topic.category), with_it)


def moderates_something(reader: Reader) -> bool:
    """Whether there is anything at all that this reader looks after."""
    return reader.is_moderator or bool(reader.moderated_categories)


def can_pin_everywhere(reader: Reader) -> Verdict:
    if reader.is_moderator:
        return can_write(reader)
    return Refusal(
        pgettext_lazy("refusal", "Only moderators of the whole place decide what stands on top everywhere.")
    )


def takes_topics(reader: Reader, category: Category) -> Verdict:
    """Whether the category is open to new topics of this kind of reader, signed in or not yet."""
    closed = Refusal(pgettext_lazy("refusal", "New topics cannot be started in this category."))
    words = pgettext_lazy("refusal", "Starting a topic in this category takes the trust “{trust}”. {how}")
    return first_refusal(
        is_open_group(reader, category.group_id),
        _through(reader, category, Door(category.who_starts), closed),
        _trusted(reader, category, category.trust_to_start, words),
    )


def takes_replies(reader: Reader, topic: Topic) -> Verdict:
    """Whether the topic is open to this kind of reader, signed in or not yet."""
    if is_quiet(reader, topic.group_id):
        return GROUP_CLOSED
    if topic.pk in reader.opened:
        return LOOKS_ON
    if topic.is_closed and not can_moderate(reader, topic.category):
        return CLOSED
    if topic.category is None:
        return True
    closed = Refusal(pgettext_lazy("refusal", "Replies are not open in this category."))
    words = pgettext_lazy("refusal", "Replying in this category takes the trust “{trust}”. {how}")
    return first_refusal(
        _through(reader, topic.category, Door(topic.category.who_replies), closed),
        _trusted(reader, topic.category, topic.category.trust_to_reply, words),
    )


def _through(reader: Reader, category: Category, door: Door, closed: Refusal) -> Verdict:
    if door is Door.MEMBERS:
        return True
    if door is Door.MODERATORS and can_moderate(reader, category):
        return True
    return closed


def _trusted(reader: Reader, category: Category, wanted: int, words: Any) -> Verdict:
    """Moderators always are. Who has not signed in yet may turn out to be."""
    if reader.trust >= wanted or not reader.is_authenticated or can_moderate(reader, category):
        return True
    return Refusal(format_lazy(words, trust=Trust(wanted).label, how=how(wanted)))


def can_arrange(reader: Reader) -> Verdict:
    """Make categories, order and change them."""
    if reader.is_administrator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators change categories."))
