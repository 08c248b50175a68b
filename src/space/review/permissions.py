"""Who may flag, decide and appeal. Rules ask the database nothing, but for what they are given."""

from datetime import datetime, timedelta

from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, User
from space.accounts.readers import Reader
from space.discuss.models import Audience, Post
from space.discuss.openings import opening_of, words_stay
from space.discuss.permissions import can_moderate, can_write
from space.groups.standing import led
from space.kit import clock
from space.kit.rules import Refusal, Verdict, first_refusal
from space.moderation import permissions as moderates
from space.review.models import Appeal, Case, Decision, Flag
from space.review.models.held import AT_ONCE, Held

_OWN = Refusal(pgettext_lazy("refusal", "This is your own. You can edit or delete it instead."))
_AWAY = Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
_STAFF = Refusal(pgettext_lazy("refusal", "Only who looks after this can decide about it."))
_INVOLVED = Refusal(
    pgettext_lazy("refusal", "You are part of this: you wrote or flagged it. Somebody else decides.")
)
_SAME = Refusal(pgettext_lazy("refusal", "You decided this. Another moderator answers the appeal."))
_ANSWERED = Refusal(pgettext_lazy("refusal", "This appeal has been answered."))
_NOT_YOURS = Refusal(pgettext_lazy("refusal", "Only who it was decided about can do that."))
_OVER = Refusal(pgettext_lazy("refusal", "The time to appeal is over."))
_NOTHING = Refusal(pgettext_lazy("refusal", "There is nothing to appeal: nothing was done to you."))
_SECOND = Refusal(pgettext_lazy("refusal", "A decision can be appealed once."))
_DECIDED = Refusal(pgettext_lazy("refusal", "A moderator has decided about this meanwhile."))
_NOT_HELD = Refusal(
    pgettext_lazy(
        "refusal", "Only what waits and was seen by nobody can be taken back. You can say why it should stay."
    )
)
_WAS_SEEN = Refusal(
    pgettext_lazy(
        "refusal",
        "Others saw it before you changed it, so a moderator decides about it. You can tell them what you wish.",
    )
)
_TAKEN_BACK = Refusal(pgettext_lazy("refusal", "You have taken this back."))
_CHANGED = Refusal(pgettext_lazy("refusal", "You have changed it once. A moderator decides what is next."))
_EARLY = Refusal(
    pgettext_lazy("refusal", "You can change it ten minutes after it was hidden. Take a breath until then.")
)
_PLACE = Refusal(
    pgettext_lazy("refusal", "Only moderators of this place silence and suspend. Hand the case to them.")
)
_COLLEAGUE = Refusal(
    pgettext_lazy("refusal", "Only an administrator silences or suspends who looks after this place.")
)
APPEAL_DAYS = 30
AMEND_AFTER = timedelta(minutes=10)


def can_flag(reader: Reader, author: int) -> Verdict:
    """Everybody who sees a thing, but its author and who is suspended; also without an account."""
    if reader.is_suspended:
        return _AWAY
    return _OWN if reader.pk == author else True


def can_open_team_room(reader: Reader) -> Verdict:
    """Give those who look after this place a closed room of their own."""
    if reader.is_administrator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators open the room of the team."))


def can_flag_person(reader: Reader, person: User) -> Verdict:
    if person.nature != Nature.PERSON or not person.is_active:
        return moderates.NO_PERSON
    return can_flag(reader, person.pk)


def can_withdraw(reader: Reader, flag: Flag) -> Verdict:
    """While nobody has decided. Expects `flag.case`."""
    if flag.by_id != reader.pk or not flag.case.waits or flag.withdrawn_at:
        return Refusal(pgettext_lazy("refusal", "This flag has been decided, or is not yours."))
    return True


def can_review(reader: Reader) -> Verdict:
    """Whether there is a queue at all for this reader."""
    if reader.is_moderator or reader.moderated_categories or led(reader):
        return True
    return _STAFF


def looks_after(reader: Reader, case: Case) -> Verdict:
    """The same as `Case.objects.visible_to` says of one case. Nobody looks after a case about themselves.

    Expects `case.category`.
    """
    if case.author_id == reader.pk and can_review(reader):
        return _INVOLVED
    if case.category_id in reader.moderated_categories or case.group_id in led(reader):
        return True
    is_open = case.group_id is None or case.group_id in reader.groups
    if is_open and can_moderate(reader, case.category):
        return True
    return (reader.is_moderator and case.asks_staff) or _STAFF


def can_decide(reader: Reader, case: Case, flaggers: frozenset[int]) -> Verdict:
    """Who looks after the thing and is no part of it. `flaggers` are the people whose flags are on it."""
    involved: Verdict = _INVOLVED if reader.pk in flaggers else True
    silenced: Verdict = _STAFF if reader.is_silenced else True
    return first_refusal(looks_after(reader, case), silenced, involved)


def can_punish(reader: Reader) -> Verdict:
    """Silence or suspend: for the whole place, so by moderators of the whole place."""
    return True if moderates.can_decide(reader) else _PLACE


def can_punish_person(reader: Reader, person: User, *, of_place: bool) -> Verdict:
    """Nobody themselves. Who looks after the whole place (`of_place`) is for administrators only."""
    if not can_punish(reader):
        return _PLACE
    colleague: Verdict = _COLLEAGUE if of_place and not reader.is_administrator else True
    return first_refusal(moderates.can_decide_about(reader, person), colleague)


def can_keep_notes(reader: Reader, person: User) -> Verdict:
    """Read and write what moderators want each other to know of a person."""
    if not can_punish(reader):
        return _PLACE
    return moderates.ONESELF if person.pk == reader.pk else True


def can_keep_answers(reader: Reader) -> Verdict:
    """The words that all moderators find ready."""
    return can_punish(reader)


def can_watch_words(reader: Reader) -> Verdict:
    """Say which words the gate looks for: they hold for the whole place."""
    if can_punish(reader):
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of this place look after watched words."))


def can_explain(reader: Reader, case: Case) -> Verdict:
    """Say something to who decides, about what one wrote oneself; also while suspended."""
    if case.author_id != reader.pk:
        return _NOT_YOURS
    if case.taken_back_at:
        return _TAKEN_BACK
    return True if case.waits else _DECIDED


def can_take_back(reader: Reader, case: Case, held: Held) -> Verdict:
    """Not say it after all, while it is held and nobody has decided; also while suspended."""
    if case.author_id != reader.pk:
        return _NOT_YOURS
    if not case.waits:
        return _DECIDED
    if not case.is_held:
        return _NOT_HELD
    return _WAS_SEEN if held.is_flagged or _was_seen(case, held) else True


def _was_seen(case: Case, held: Held) -> bool:
    """What opens a topic goes with all that is in it: only where nobody else has part in that yet."""
    opening = held.post
    if opening is None or opening.number > 1 or held.before:
        return False
    if opening.topic.audience != Audience.NOBODY:
        return True
    if held.story and held.story.published_at:
        return True
    is_more = held.story is not None or opening_of(opening.topic.kind) is not None
    return is_more and case.opened_at - opening.created_at > AT_ONCE


def can_amend(reader: Reader, case: Case, post: Post, since: datetime) -> Verdict:
    """Change what was hidden and is one's own, once, after a while. `since` is when it was hidden."""
    if case.author_id != reader.pk:
        return _NOT_YOURS
    early: Verdict = _EARLY if clock.now() - since < AMEND_AFTER else True
    again: Verdict = _CHANGED if case.amended_at else True
    return first_refusal(can_write(reader), words_stay(post), again, early)


def can_appeal(reader: Reader, decision: Decision) -> Verdict:
    """Who it was decided about, once, for a month; also while suspended. Expects `decision.case` and `appeal`."""
    if decision.case.author_id != reader.pk:
        return _NOT_YOURS
    if not decision.burdens or decision.reversed_at:
        return _NOTHING
    if hasattr(decision, "appeal"):
        return _SECOND
    return _OVER if clock.now() - decision.at > timedelta(days=APPEAL_DAYS) else True


def can_answer_appeal(reader: Reader, appeal: Appeal, flaggers: frozenset[int]) -> Verdict:
    """Another one than who decided. Expects `appeal.decision.case`."""
    if appeal.outcome:
        return _ANSWERED
    if appeal.decision.by_id == reader.pk:
        return _SAME
    return can_decide(reader, appeal.decision.case, flaggers)
