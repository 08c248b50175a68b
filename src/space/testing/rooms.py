"""Categories and topics that many tests start from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.models import User
from space.discuss.actions import arrange_category, start_topic, write_reply
from space.discuss.models import Audience, Category, Post, Topic
from space.groups.models import Group
from space.kit import clock

# Stands in every text of the closed group; no other reader's bytes may hold it.
MARKER = "quincunxial"


@pytest.fixture
def questions(db: None, ada: User) -> Category:
    return arrange_category("questions", by=ada, name="Questions", tone=2, icon="help")


@pytest.fixture
def hideout(db: None, ada: User, circle: Group) -> Category:
    """The category of the closed group."""
    return arrange_category(
        f"{MARKER}-room",
        by=ada,
        name=f"{MARKER} room",
        description=f"{MARKER} things",
        audience=Audience.GROUP,
        group=circle,
    )


@pytest.fixture
def topic(questions: Category, lena: User) -> Topic:
    return start_topic(
        questions,
        by=lena,
        title="How do you check a source that is only on paper?",
        text="The archive opens once a week, and the index is a box of cards. What do you do?",
        language="en",
    )


@pytest.fixture
def secret(hideout: Category, kofi: User) -> Topic:
    """A topic inside the closed group. Everything in it carries the marker."""
    return start_topic(
        hideout,
        by=kofi,
        title=f"The {MARKER} plan for the meeting",
        text=f"We meet at the {MARKER} door. Tell nobody.",
        language="en",
        tags=[MARKER],
    )


@pytest.fixture(autouse=True)
def the_clock_is_free() -> None:
    """No test leaves the clock set for the next one."""
    assert clock._set.get() is None


def say(topic: Topic, *lines: tuple[User, str]) -> list[Post]:
    """A conversation: each line a minute after the one before, as people write."""
    begin = timezone.now()
    posts = []
    for minute, (person, text) in enumerate(lines, start=1):
        with clock.at(begin + timedelta(minutes=minute)):
            posts.append(write_reply(topic, by=person, text=text))
    return posts
