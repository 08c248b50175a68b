"""A newsroom: Elena is on the board, Noor reviews French, Anna reads English. A draft of Lena's, and its way."""

import pytest

from space.accounts.models import User
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.models import Point, Reviewer, Story
from space.blog.texts import Words
from space.groups.actions import admit, office
from space.groups.models import Office
from space.limits.models import Bucket
from space.testing.cast import make

WORDS = Words(
    title="Une semaine à la foire de Yaoundé",
    summary="Cinq jours, trois cents visiteurs, et une question qui revenait toujours.",
    text=(
        "Nous avons monté la table à six heures.\n\n## Le premier jour\n\n"
        "Personne ne s’arrêtait.\n\nPuis la pluie est venue."
    ),
)


@pytest.fixture
def elena(db: None, ada: User) -> User:
    person = make("Elena Rossi")
    admit(office(Office.EDITORS), person)
    return person


@pytest.fixture
def noor(db: None, ada: User) -> User:
    person = make("Noor")
    Reviewer.objects.create(person=person, language="fr", by=ada)
    return person


@pytest.fixture
def anna(db: None) -> User:
    """Reads English, and has written none of the stories."""
    person = make("Anna")
    person.languages = ["en"]
    person.save(update_fields=["languages"])
    return person


@pytest.fixture
def draft(db: None, lena: User) -> Story:
    """Lena's own: nobody else knows of it."""
    return begin_story(WORDS, by=lena, language="fr")


@pytest.fixture
def in_review(draft: Story, lena: User) -> Story:
    return take_step(draft, "submit", by=lena)


@pytest.fixture
def ready(in_review: Story, noor: User) -> Story:
    """Noor has looked at everything."""
    for point in Point:
        tick(in_review, point, by=noor)
    return in_review


def look_again(story: Story, *, by: User) -> None:
    """At the text as it is now: without a second person's look nothing is published or corrected."""
    tick(story, Point.SOURCES, by=by)


@pytest.fixture
def published(ready: Story, elena: User) -> Story:
    return take_step(ready, "publish", by=elena)


def publish_another(title: str, text: str = WORDS.text, *, by: User, reviewer: User, board: User) -> Story:
    """One more, as if a day had passed."""
    Bucket.objects.all().delete()
    story = begin_story(Words(**{**vars(WORDS), "title": title, "text": text}), by=by, language="fr")
    story = take_step(story, "submit", by=by)
    for point in Point:
        tick(story, point, by=reviewer)
    return take_step(story, "publish", by=board)
