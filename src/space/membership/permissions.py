"""Who may do what in a group. Rules ask the database nothing: the reader carries their part in it."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.groups.models import Group, Joining, Office
from space.groups.standing import belongs, led, owned, visited
from space.kit import clock
from space.kit.rules import Refusal, Verdict, first_refusal

_SIGN_IN = Refusal(pgettext_lazy("refusal", "Sign in first: groups are made of people with a name."))
_AWAY = Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
_SILENCED = Refusal(
    pgettext_lazy("refusal", "You cannot write for now. A moderator has told you why and until when.")
)
_CLOSED = Refusal(pgettext_lazy("refusal", "This group is closed: it is read, and nothing changes any more."))
_OVER = Refusal(pgettext_lazy("refusal", "The days in which that could be taken back are over."))
_STAFF = Refusal(pgettext_lazy("refusal", "People are appointed to this group by administrators."))
_INSIDE = Refusal(pgettext_lazy("refusal", "You belong to this group already."))
_OUTSIDE = Refusal(pgettext_lazy("refusal", "You do not belong to this group."))
_LEADERS = Refusal(pgettext_lazy("refusal", "Only owners and moderators of this group can do that."))
_OWNERS = Refusal(pgettext_lazy("refusal", "Only owners of this group can do that."))
_MODERATORS = Refusal(pgettext_lazy("refusal", "Only moderators of this place can do that."))


def takes_part(reader: Reader) -> Verdict:
    if reader.is_member:
        return True
    return _AWAY if reader.is_authenticated else _SIGN_IN


def _speaks(reader: Reader) -> Verdict:
    return first_refusal(takes_part(reader), _SILENCED if reader.is_silenced else True)


def _new_here(reader: Reader, group: Group) -> Verdict:
    return first_refusal(
        takes_part(reader),
        _INSIDE if belongs(reader, group.pk) else True,
        _STAFF if group.office != Office.NONE else True,
        _CLOSED if group.is_closed or group.is_ending else True,
    )


def can_join(reader: Reader, group: Group) -> Verdict:
    """Without asking anybody."""
    by_itself: Verdict = True
    if group.joining == Joining.REQUEST:
        by_itself = Refusal(pgettext_lazy("refusal", "People ask to join this group; its owners decide."))
    if group.joining == Joining.INVITATION:
        by_itself = Refusal(pgettext_lazy("refusal", "One joins this group by invitation."))
    return first_refusal(_new_here(reader, group), by_itself)


def can_ask(reader: Reader, group: Group) -> Verdict:
    """To be let in."""
    asks: Verdict = True
    if group.joining != Joining.REQUEST:
        asks = Refusal(pgettext_lazy("refusal", "This group does not take requests."))
    return first_refusal(_new_here(reader, group), _speaks(reader), asks)


def can_accept(reader: Reader, group: Group) -> Verdict:
    """An invitation that is there."""
    return _new_here(reader, group)


def can_leave(reader: Reader, group: Group) -> Verdict:
    return first_refusal(
        takes_part(reader),
        True if belongs(reader, group.pk) else _OUTSIDE,
        _STAFF if group.office != Office.NONE else True,
    )


def sees_members(reader: Reader, group: Group) -> Verdict:
    """Whose names stand on its page: for those inside, and for all where the group says so."""
    if group.pk in reader.groups or group.office != Office.NONE or (group.is_listed and group.shows_members):
        return True
    return Refusal(pgettext_lazy("refusal", "Who belongs to this group is known to its members alone."))


def can_show_title(reader: Reader, group: Group) -> Verdict:
    """Let the title of the group stand beside one's name, or take it away there."""
    if not group.title or not group.is_listed or not group.shows_members:
        return Refusal(pgettext_lazy("refusal", "This group has no title that everybody may see."))
    return first_refusal(takes_part(reader), True if belongs(reader, group.pk) else _OUTSIDE)


def can_lead(reader: Reader, group: Group) -> Verdict:
    """Let people in, invite them, and see what was asked."""
    leads: Verdict = True if group.pk in led(reader) else _LEADERS
    return first_refusal(leads, _speaks(reader), _living(group))


def can_own(reader: Reader, group: Group) -> Verdict:
    """Change it, give roles, take people out."""
    owns: Verdict = True if group.pk in owned(reader) else _OWNERS
    if group.office != Office.NONE:
        owns = True if reader.is_administrator else _STAFF
    return first_refusal(owns, _speaks(reader), _living(group))


def can_appoint(reader: Reader, group: Group) -> Verdict:
    """Give the office that this group is."""
    if group.office == Office.NONE:
        return Refusal(pgettext_lazy("refusal", "People join this group; nobody is appointed to it."))
    return can_own(reader, group)


def can_end(reader: Reader, group: Group) -> Verdict:
    """Make it read-only, delete it, and take each of these back."""
    owns: Verdict = True if group.pk in owned(reader) else _OWNERS
    over = group.ends_at is not None and group.ends_at <= clock.now()
    return first_refusal(
        _STAFF if group.office != Office.NONE else True, owns, _speaks(reader), _OVER if over else True
    )


def can_read_inside(reader: Reader, group: Group) -> Verdict:
    """What is for members alone: they do, and who visits it as staff."""
    return True if group.pk in reader.groups and not group.is_ending else _OUTSIDE


def can_export(reader: Reader, group: Group) -> Verdict:
    """Take a copy of all that is written in it along; also where it is read-only."""
    owns: Verdict = True if group.pk in owned(reader) else _OWNERS
    return first_refusal(
        _STAFF if group.office != Office.NONE else True, owns, _CLOSED if group.is_ending else True
    )


def can_visit(reader: Reader, group: Group) -> Verdict:
    """Staff read a closed group for a while, for a reason that they write down."""
    if not reader.is_moderator:
        return _MODERATORS
    if group.pk in visited(reader):
        return Refusal(
            pgettext_lazy("refusal", "You have opened this group already, and can read it for now.")
        )
    return first_refusal(_INSIDE if belongs(reader, group.pk) else True, _AWAY if group.is_ending else True)


def can_propose(reader: Reader) -> Verdict:
    """Ask for a new closed group."""
    trusted: Verdict = True
    if reader.trust < Trust.BASIC:
        trusted = Refusal(
            pgettext_lazy("refusal", "You can ask for a group once you have been here a little longer.")
        )
    return first_refusal(_speaks(reader), trusted)


def can_decide(reader: Reader) -> Verdict:
    """About groups that people ask for."""
    return first_refusal(True if reader.is_moderator else _MODERATORS, _speaks(reader))


def _living(group: Group) -> Verdict:
    return _CLOSED if group.is_closed or group.is_ending else True
