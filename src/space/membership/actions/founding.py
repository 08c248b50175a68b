"""People ask for a closed group; staff decide."""

from django.db import transaction
from django.utils.text import slugify

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_gates
from space.groups.actions import found_group
from space.groups.models import Group, Joining
from space.kit import clock
from space.membership.actions.deeds import note
from space.membership.founding import furnish
from space.membership.models import Did, Outcome, Proposal
from space.moderation.actions import record
from space.notifications.actions import tell
from space.web.versions import EVERYTHING, bump

# Words in addresses that pages of ours have.
_TAKEN = frozenset({"ask", "closed", "invitation", "proposals"})


@transaction.atomic
def propose(
    *, by: User, name: str, purpose: str, why: str, language: str, joining: str, is_listed: bool
) -> Proposal:
    """Asking twice for the same name while it waits is asking once. Raises what a gate refuses with."""
    words = {"name": name, "purpose": purpose, "why": why}
    words = pass_gates(Saying(by, by, "proposal", words, {}, language, is_awaited=True))
    said = {"language": language, "joining": joining, "is_listed": is_listed}
    said |= {"purpose": words["purpose"][:500], "why": words["why"][:2000]}
    proposal, is_new = Proposal.objects.update_or_create(
        by=by,
        name=words["name"][:120],
        outcome=Outcome.WAITS,
        defaults=said,
        create_defaults={**said, "at": clock.now()},
    )
    if is_new:
        tell(f"group-proposal {proposal.pk}")
    return proposal


@transaction.atomic
def decide_proposal(proposal: Proposal, *, accept: bool, by: User, reason: str = "") -> Proposal:
    """Make the group with all that belongs to it, or say no and why. Of two who decide at once the first one counts."""
    fresh = Proposal.objects.select_for_update().select_related("by").get(pk=proposal.pk)
    if not fresh.waits:
        return fresh
    fresh.answer(accept=accept, by=by, reason=reason)
    if accept:
        fresh.group = _found(fresh, by)
    fresh.save()
    record(by, f"group-proposal-{fresh.outcome}", fresh, reason)
    tell(f"group-decided {fresh.pk}")
    return fresh


def _found(proposal: Proposal, by: User) -> Group:
    group = found_group(
        slug=free_slug(proposal.name),
        name=proposal.name,
        by=proposal.by,
        listed=proposal.is_listed,
        description=proposal.purpose,
        language=proposal.language,
        joining=Joining(proposal.joining).value,
    )
    group.languages = [proposal.language] if proposal.language else []
    group.shows_members = False
    group.save(update_fields=["languages", "shows_members"])
    note(group, Did.FOUNDED, by=by)
    furnish(group, by)
    bump(EVERYTHING)
    return group


def free_slug(name: str) -> str:
    """An address for a group of this name that no other one has."""
    base = slugify(name, allow_unicode=True)[:60].strip("-_") or "group"
    taken = _TAKEN | set(
        Group.objects.for_actions().filter(slug__startswith=base).values_list("slug", flat=True)
    )
    return (
        base
        if base not in taken
        else next(slug for number in range(2, len(taken) + 3) if (slug := f"{base}-{number}") not in taken)
    )
