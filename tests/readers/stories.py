"""Stories of the world: one that its author keeps back, one in review, one that is published."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile

from space.accounts.models import User
from space.blog.actions.crediting import Said, add_picture, receive
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.translating import begin_translation
from space.blog.actions.writing import begin_story
from space.blog.models import Point, Story
from space.blog.texts import Words
from space.groups.actions import admit, office
from space.groups.models import Office
from space.kit import clock
from space.testing.cast import make
from space.testing.rooms import MARKER
from space.uploads.models import Upload
from space.uploads.tests.makers import picture


@dataclass
class Stories:
    # Kofi's own.
    secret: Story
    in_review: Story
    # In English, with a translation into Esperanto that is begun.
    published: Story
    # Hangs on the first one.
    picture: Upload


def tell_stories(kofi: User, ada: User) -> Stories:
    admit(office(Office.EDITORS), ada)
    words = Words(f"The {MARKER} door", f"{MARKER} summary", f"A {MARKER} text")
    # Kofi has just begun a topic.
    with clock.at(clock.now() + timedelta(minutes=1)):
        secret = begin_story(words, by=kofi, language="en")
    teo = make("Teo")
    in_review = _sent(teo, Words("A river told", "About its names", "It has six."))
    ready = _sent(make("Wanjiru"), Words("A week at the fair", "Five days", "We set up at six."))
    for point in Point:
        tick(ready, point, by=ada)
    published = take_step(ready, "publish", by=ada)
    begin_translation(published, "eo", by=teo)
    return Stories(secret, in_review, published, _picture(secret, kofi))


def _picture(story: Story, by: User) -> Upload:
    said = Said(title=f"{MARKER} door", author=f"{MARKER} painter", licence="CC0")
    found = receive(ContentFile(picture()), said, by=by, name=f"{MARKER}.png", alt=MARKER)
    return add_picture(story, found, by=by)


def _sent(by: User, words: Words) -> Story:
    return take_step(begin_story(words, by=by, language="en"), "submit", by=by)
