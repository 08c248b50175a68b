"""People who were inside the closed group, or are for a while: what they left there is nothing to others."""

from datetime import timedelta

from space.accounts.models import User
from space.discuss.actions import bookmark, follow, mark_read, react, save_draft
from space.discuss.actions.reading import follow_topic
from space.discuss.models import Level, Post, Response
from space.events.actions.attending import answer
from space.events.actions.secrets import make_calendar_key
from space.events.models import Answer, Event
from space.groups.actions import admit, dismiss, office
from space.groups.models import Group, Office, Visit
from space.kit import clock
from space.membership.actions import invite_person, visit
from space.membership.models import Invitation
from space.testing.cast import make

WHY = "A member asked me to look at a quarrel."


def let_go(circle: Group, post: Post, event: Event, by: User) -> tuple[User, Invitation]:
    """Zainab did in the circle all that one can do there, left it, and is invited to come back."""
    zainab = make("Zainab Bello")
    admit(circle, zainab)
    topic = post.topic
    mark_read(topic, zainab, 1)
    follow_topic(topic, by=zainab, level=Level.WATCHING)
    follow(topic.category, by=zainab, level=Level.WATCHING)
    bookmark(post, by=zainab, note="For the meeting.")
    react(post, by=zainab, kind=Response.THANKS)
    save_draft(f"edit-{post.pk}", by=zainab, data={"text": "Who has the key?"})
    answer(event, by=zainab, says=Answer.GOING)
    make_calendar_key(by=zainab)
    dismiss(circle, zainab)
    return zainab, invite_person(circle, zainab, by=by)


def visit_twice(circle: Group, rosa: User) -> User:
    """Matiu reads in the circle just now. Rosa did so, and her time is over."""
    matiu = make("Matiu Rangi")
    admit(office(Office.MODERATORS), matiu)
    visit(circle, by=matiu, reason=WHY)
    visit(circle, by=rosa, reason=WHY)
    Visit.objects.filter(person=rosa).update(until=clock.now() - timedelta(minutes=1))
    return matiu
