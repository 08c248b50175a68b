"""What becomes of what somebody asked for, gave and did in groups when they are erased."""

from django.db.models import Q

from space.accounts.models import User
from space.accounts.personal import Way
from space.membership.models import Did, GroupDeed, Invitation, JoinRequest, Proposal


def requests(person: User, way: Way) -> bool:
    """Links that they gave to others open no door any more."""
    JoinRequest.objects.filter(by=person).delete()
    Proposal.objects.filter(by=person).delete()
    Invitation.objects.filter(Q(by=person) | Q(person=person)).delete()
    return False


def deeds(person: User, way: Way) -> bool:
    """Reasons that were given about them go in any case; those that they gave, where words go."""
    told = GroupDeed.objects.exclude(did=Did.ROLE)
    told.filter(person=person).exclude(words="").update(words="")
    if way == Way.WORDS:
        told.filter(by=person).exclude(words="").update(words="")
    return False
