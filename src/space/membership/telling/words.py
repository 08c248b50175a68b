"""The words of what is told of groups, made when they are read, of what the reader may know then."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.groups.models import Group, Office, Role
from space.groups.titles import name_of
from space.languages import mark
from space.membership.models import Did, GroupDeed, Invitation, Outcome, Proposal
from space.membership.permissions import can_decide
from space.notifications.kinds import About, Said
from space.notifications.models import Notification

GROUP = "group"
_SAID = {
    Did.ASKED: pgettext_lazy("notification", "Somebody asks to join your group"),
    Did.LET_IN: pgettext_lazy("notification", "You belong to this group now"),
    Did.DECLINED: pgettext_lazy("notification", "You were not let into this group"),
    Did.INVITED: pgettext_lazy("notification", "You are invited to join this group"),
    Did.REMOVED: pgettext_lazy("notification", "You do not belong to this group any more"),
    Did.CLOSED: pgettext_lazy("notification", "This group is read-only now"),
    Did.REOPENED: pgettext_lazy("notification", "One can write in this group again"),
    Did.DELETED: pgettext_lazy(
        "notification", "This group was deleted. You can take that back for some days"
    ),
    Did.KEPT: pgettext_lazy("notification", "The deletion of this group was taken back"),
    Did.VISITED: pgettext_lazy("notification", "Staff opened your group to read in it"),
    Did.MOVED_OUT: pgettext_lazy(
        "notification", "A topic of your group was moved to where others can read it"
    ),
    Did.COPIED_OUT: pgettext_lazy(
        "notification", "A copy of a story of your group was taken out, to be offered to the Blog"
    ),
    Did.EXPORTED: pgettext_lazy("notification", "An owner made a copy of all that your group has written"),
    Did.WAITING: pgettext_lazy("notification", "Questions to your group have waited long for an answer"),
    Did.IDLE: pgettext_lazy(
        "notification", "Nobody has written in your group for a long time. Is it still needed?"
    ),
}
_ROLES = {
    Role.OWNER: pgettext_lazy("notification", "You own this group now"),
    Role.MODERATOR: pgettext_lazy("notification", "You moderate this group now"),
    Role.MEMBER: pgettext_lazy(
        "notification", "You are a member of this group now, and no longer more than that"
    ),
}
_OFFICES = {
    Office.MODERATORS: pgettext_lazy("notification", "You moderate the whole place now"),
    Office.ADMINISTRATORS: pgettext_lazy("notification", "You are an administrator now"),
    Office.EDITORS: pgettext_lazy("notification", "You belong to the editorial board now"),
}
# The name of a role is said already; a title of what stays inside is for those inside, and who is told can have left.
_WITHOUT_WORDS = frozenset({Did.ROLE, Did.COPIED_OUT})
# What is told to who may not know of the group itself: an unlisted one that they are invited to, or were taken out of.
_OUTSIDE = frozenset({Did.INVITED, Did.REMOVED, Did.DECLINED})


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    """Three queries, however many lines."""
    deeds = GroupDeed.objects.select_related("group").in_bulk({line.things[0] for line in lines})
    about = {one.group_id for one in deeds.values()}
    known = set(Group.objects.visible_to(reader).filter(pk__in=about).values_list("pk", flat=True))
    doors = _doors(reader)
    said = {}
    for line in lines:
        deed = deeds.get(line.things[0])
        if deed and (deed.group_id in known or (deed.person_id == reader.pk and deed.did in _OUTSIDE)):
            said[line.pk] = _said(deed, deed.group_id in known, doors.get(deed.group_id, ""))
    return said


def _doors(reader: Reader) -> dict[int, str]:
    """Where invitations of this reader lead."""
    mine = Invitation.objects.filter(person=reader.pk, ended_at=None).values_list("group_id", "key")
    return {group: reverse("groups:invitation", args=[key]) for group, key in mine}


def _said(deed: GroupDeed, is_known: bool, door: str) -> Said:
    group, shown = deed.group, mark(deed.group.language)
    url = group.get_absolute_url() if is_known else reverse("groups:directory")
    if deed.did == Did.INVITED and door:
        url = door
    if deed.did == Did.ASKED:
        url = reverse("groups:requests", args=[group.slug])
    return Said(
        text=_text(deed),
        url=url,
        about=About(name_of(group), url, shown.lang, shown.dir),
        words="" if deed.did in _WITHOUT_WORDS else deed.words,
        why=pgettext("why", "It is about you, or about a group of yours."),
        change=reverse("notifications:wishes"),
    )


def _text(deed: GroupDeed) -> str:
    if deed.did == Did.ROLE:
        return str(_ROLES[Role(deed.words)])
    return str(_OFFICES[Office(deed.group.office)] if deed.did == Did.APPOINTED else _SAID[Did(deed.did)])


def of_proposal_made(pk: int, reader: Reader) -> Said | None:
    """To staff: somebody asks for a group."""
    proposal = Proposal.objects.filter(pk=pk).first()
    if proposal is None or not can_decide(reader):
        return None
    return Said(
        text=pgettext("notification", "Somebody asks for a new closed group"),
        url=reverse("groups:proposal", args=[pk]),
        words=proposal.name,
    )


def of_proposal_decided(pk: int, reader: Reader) -> Said | None:
    """To who asked for it."""
    proposal = Proposal.objects.select_related("group").filter(pk=pk, by=reader.pk).first()
    if proposal is None:
        return None
    if proposal.outcome == Outcome.ACCEPTED and proposal.group:
        text = pgettext("notification", "The group that you asked for is there, and it is yours")
        return Said(text=text, url=proposal.group.get_absolute_url(), words=proposal.name)
    text = pgettext("notification", "The group that you asked for was declined")
    return Said(
        text=text, url=reverse("groups:proposal", args=[pk]), words=f"{proposal.name}: {proposal.reason}"
    )
