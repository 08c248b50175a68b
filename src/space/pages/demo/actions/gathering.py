"""Groups of the demo come to be, with who asks to join and when staff opened a closed one."""

from collections.abc import Iterable
from datetime import datetime

from space.accounts.models import User
from space.discuss.actions.asking import take_questions
from space.discuss.models import Asking, Category
from space.groups.actions import admit, found_group
from space.groups.models import Group, Joining, Role, Visit
from space.kit import clock
from space.membership.actions import ask_to_join, change_group, visit
from space.membership.models import JoinRequest
from space.pages.demo.cast import Circle
from space.pages.demo.times import ago


def found(circles: Iterable[Circle], accounts: dict[str, User]) -> dict[str, Group]:
    """What is there already stays as it is: it may have been changed by hand."""
    return {circle.slug: _there(circle) or _found(circle, accounts) for circle in circles}


def _there(circle: Circle) -> Group | None:
    return Group.objects.for_actions().filter(slug=circle.slug).first()


def _found(circle: Circle, accounts: dict[str, User]) -> Group:
    owner = accounts[circle.owners[0]]
    group = found_group(
        slug=circle.slug,
        name=circle.name,
        by=owner,
        listed=circle.listed,
        description=circle.about,
        language=circle.language,
        joining=(Joining.REQUEST if circle.listed else Joining.INVITATION).value,
    )
    for name in circle.owners:
        admit(group, accounts[name], role=Role.OWNER)
    for name in circle.members:
        admit(group, accounts[name])
    return change_group(
        group,
        by=owner,
        languages=list(circle.speaks) or [circle.language],
        shows_members=circle.shows,
        questions=list(circle.questions),
    )


def open_for_questions(
    circles: Iterable[Circle], groups: dict[str, Group], accounts: dict[str, User], rooms: dict[str, Category]
) -> None:
    """Groups that everybody may ask something; not again where it was decided otherwise by hand."""
    for circle in circles:
        if circle.asked and not Asking.objects.filter(group=groups[circle.slug]).exists():
            owner, room = accounts[circle.owners[0]], rooms[circle.asked_in]
            take_questions(groups[circle.slug], by=owner, about=circle.asked, category=room)


def liven(circles: Iterable[Circle], accounts: dict[str, User], now: datetime) -> None:
    """Who asks to be let in, and the visits of staff. Once each."""
    for circle in circles:
        group = Group.objects.for_actions().get(slug=circle.slug)
        for asked in circle.requests:
            person = accounts[asked["person"]]
            if not JoinRequest.objects.filter(group=group, by=person).exists():
                answers = list(zip(circle.questions, asked["answers"], strict=True))
                ask_to_join(group, by=person, words=asked["words"], answers=answers)
        for opened in circle.visits:
            if not Visit.objects.filter(group=group).exists():
                with clock.at(now - ago(opened["ago"])):
                    visit(group, by=accounts[opened["person"]], reason=opened["reason"])
