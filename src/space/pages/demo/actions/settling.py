"""People, rooms and groups of the demo come to be. What is there already stays as it is."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings

from space.accounts.models import User
from space.administration.actions import change_setting
from space.archives.actions import archive_category
from space.blog.actions.roles import appoint_reviewer
from space.blog.actions.rooms import room_of_reviews, room_of_stories
from space.discuss.actions import appoint, arrange_category
from space.discuss.models import Audience, Category
from space.events.numbers import PROTECTED_COUNTRIES
from space.groups.actions import admit, office
from space.groups.models import Group, Office
from space.kit import clock
from space.membership.actions import appoint as appoint_to
from space.moderation.models import Measure, Penalty
from space.pages.demo.cast import HERE, Person, Room
from space.pages.demo.planned import Planned
from space.pages.demo.times import ago
from space.review.actions import found_team_room
from space.review.actions.punishing import punish
from space.review.models import Clause
from space.uploads.actions import show_picture

OFFICES = {"administrator": Office.ADMINISTRATORS, "moderator": Office.MODERATORS}
TEAM = "moderators-room"
SUSPENDED_FOR = timedelta(days=30)

People = dict[str, User]
Rooms = dict[str, Category]


def settle(people: Iterable[Person], now: datetime) -> People:
    """Accounts without a password: one becomes them by the demo's switcher alone."""
    return {person.name: _account(person, now) for person in people}


def _account(person: Person, now: datetime) -> User:
    account = User.objects.filter(name=person.name).first()
    if account:
        return account
    account = User(name=person.name, trust=person.trust, about=person.about, time_zone=person.time_zone)
    account.languages = list(person.languages)
    account.language = person.mother_tongue if person.mother_tongue in dict(settings.LANGUAGES) else ""
    account.created_at = now - ago(person.since)
    account.set_unusable_password()
    account.save()
    if person.picture:
        with (HERE / "drawings" / f"{person.picture}.webp").open("rb") as file:
            show_picture(file, by=account)
    return account


def give_roles(people: Iterable[Person], accounts: People, rooms: Rooms) -> None:
    """Offices for the whole place; one room for whom people.toml says so."""
    first = first_administrator(people, accounts)
    for person in people:
        for slug in person.moderates:
            appoint(accounts[person.name], rooms[slug], by=first)
        if person.role and not person.moderates:
            admit(office(OFFICES[person.role]), accounts[person.name])
    found_team_room(by=first, group=Group.objects.for_actions().filter(slug=TEAM).first())


def set_up_newsroom(people: Iterable[Person], accounts: People, by: User) -> None:
    """Its categories, its board, and who reviews which language."""
    room_of_stories(by)
    room_of_reviews(by)
    for person in people:
        account = accounts[person.name]
        if person.board:
            appoint_to(Office.EDITORS, account, by=by)
        for language in person.reviews:
            appoint_reviewer(account, language, by=by)


def protect(events: Iterable[Planned], by: User) -> None:
    """Countries of which the files tell no town are protected, unless somebody has decided already."""
    countries = {one.country for one in events if one.country and not one.place and not one.place_follows}
    if not PROTECTED_COUNTRIES():
        change_setting(PROTECTED_COUNTRIES, tuple(sorted(countries)), by=by)


def first_administrator(people: Iterable[Person], accounts: People) -> User:
    return next(accounts[person.name] for person in people if person.role == "administrator")


def arrange(rooms: Iterable[Room], groups: dict[str, Group], by: User) -> Rooms:
    """Categories in the order of the file. One that is there is left alone: it may have been changed by hand."""
    made: Rooms = {}
    for position, room in enumerate(rooms):
        there = Category.objects.for_actions().filter(slug=room.slug).first()
        made[room.slug] = there or _make(room, position, made, groups, by)
    return made


def _make(room: Room, position: int, made: Rooms, groups: dict[str, Group], by: User) -> Category:
    if room.kind == "archive":
        archive_category(room.slug, by=by, name=room.name, language=room.language)
    group = {"audience": Audience.GROUP, "group": groups[room.group]} if room.group else {}
    return arrange_category(
        room.slug,
        by=by,
        name=room.name,
        description=room.about,
        language=room.language,
        tone=int(room.tone.removeprefix("tone-")),
        icon=room.icon,
        template=room.template,
        position=position,
        parent=made.get(room.parent),
        first_list=room.first_list,
        trust_to_start=room.trust_to_start,
        **group,
    )


def suspend(people: Iterable[Person], accounts: People, now: datetime) -> None:
    """After all was said: who is suspended cannot write any more."""
    for person in people:
        account = accounts[person.name]
        if not person.suspended or Penalty.objects.filter(person=account).exists():
            continue
        moment = now - ago(person.suspended_at)
        moderator = next(accounts[other.name] for other in people if other.role == "moderator")
        with clock.at(moment):
            punish(
                account,
                Measure.SUSPENSION,
                by=moderator,
                until=moment + SUSPENDED_FOR,
                reason=person.suspended,
                clause=Clause.SPAM,
            )
