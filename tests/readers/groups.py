"""Two groups for the table of readers: one that everybody may know of, and the closed circle."""

from dataclasses import dataclass

from space.accounts.models import User
from space.discuss.actions.asking import take_questions
from space.discuss.models import Category
from space.groups.actions import found_group
from space.groups.models import Group, Joining
from space.membership.actions import ask_to_join, invite_by_link, invite_person, propose
from space.membership.models import Invitation, JoinRequest, Proposal
from space.testing.cast import make


@dataclass
class Groups:
    # Lena, the outsider of the circle, owns the garden.
    garden: Group
    circle: Group
    request: JoinRequest
    link: Invitation
    # For somebody else than any reader.
    letter: Invitation
    proposal: Proposal
    stranger: User


def gather(owner: User, circle: Group, questions: Category) -> Groups:
    garden = found_group(slug="garden", name="Garden", by=owner, joining=Joining.REQUEST.value)
    take_questions(garden, by=owner, about="Seeds and beds", category=questions)
    stranger = make("Sione Tāufa")
    return Groups(
        garden=garden,
        circle=circle,
        request=ask_to_join(garden, by=stranger, words="I bring seeds.", answers=[]),
        link=invite_by_link(garden, by=owner, days=3, uses=None),
        letter=invite_person(garden, stranger, by=owner),
        proposal=propose(
            by=stranger,
            name="Seeds",
            purpose="For seeds",
            why="They fly",
            language="",
            joining="request",
            is_listed=True,
        ),
        stranger=stranger,
    )
