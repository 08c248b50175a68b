"""The kind of which groups tell, its causes, and messages to one person."""

from django.utils.translation import pgettext_lazy

from space.membership.telling.people import of_decision, of_deed, of_proposal
from space.membership.telling.words import GROUP, of_proposal_decided, of_proposal_made, words_of
from space.notifications import causes, kinds, messages
from space.notifications.kinds import Kind


def register() -> None:
    """Called once, when everything is there."""
    kinds.register(
        Kind(
            name=GROUP,
            label=pgettext_lazy("kind of notification", "Groups"),
            explanation=pgettext_lazy(
                "kind of notification",
                "Somebody invites you or lets you in, asks to join your group, or changes what it is.",
            ),
            icon="userGroup",
            tell=words_of,
            order=70,
        )
    )
    causes.register("group-deed", of_deed)
    causes.register("group-proposal", of_proposal)
    causes.register("group-decided", of_decision)
    messages.register("group-proposal", of_proposal_made)
    messages.register("group-decided", of_proposal_decided)
