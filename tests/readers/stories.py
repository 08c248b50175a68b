"""Stories of the world: one that its author keeps back, one in review, one that is published."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile

from space.accounts.models import User
from space.blog.actions.crediting import Said, add_picture, receive
from space.blog.actions.describing import About
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.translating import approve_translation, begin_translation, submit_translation
from space.blog.actions.writing import begin_story, save_text
from space.blog.models import Point, Story
from space.blog.texts import Words
from space.discuss.models import Category
from space.groups.actions import admit, office
from space.groups.models import Office
from space.kit import clock
from space.limits.models import Bucket
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
    # For the closed group alone: in review; and published, with a translation that was approved.
    inside: Story
    told_inside: Story


def tell_stories(kofi: User, ada: User, hideout: Category) -> Stories:
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
    inside, told_inside = _for_the_group(kofi, ada, hideout)
    return Stories(secret, in_review, published, _picture(secret, kofi), inside, told_inside)


def _for_the_group(kofi: User, ada: User, hideout: Category) -> tuple[Story, Story]:
    """Everything in them carries the marker; so does what was said on their way."""
    words = Words(f"Inside the {MARKER}", f"{MARKER} in short", f"What the {MARKER} circle did")
    about = About(tags=[MARKER], regions=["CM"], note=f"A {MARKER} note")
    made = []
    for _ in range(2):
        Bucket.objects.all().delete()
        begun = begin_story(words, by=kofi, language="en", category=hideout, about=about)
        made.append(take_step(begun, "submit", by=kofi))
    told = take_step(made[1], "publish", by=kofi)
    translation = begin_translation(told, "fr", by=kofi)
    translation = save_text(translation, Words(f"Dans le {MARKER}", MARKER, MARKER), by=kofi)
    approve_translation(submit_translation(translation, by=kofi), by=ada, seen=2)
    save_text(told.original(), Words(f"{MARKER} again", MARKER, MARKER), by=kofi, note=MARKER)
    take_step(told, "correct", by=kofi, reason=f"The {MARKER} was wrong")
    Bucket.objects.all().delete()
    return made[0], told


def _picture(story: Story, by: User) -> Upload:
    said = Said(title=f"{MARKER} door", author=f"{MARKER} painter", licence="CC0")
    found = receive(ContentFile(picture()), said, by=by, name=f"{MARKER}.png", alt=MARKER)
    return add_picture(story, found, by=by)


def _sent(by: User, words: Words) -> Story:
    return take_step(begin_story(words, by=by, language="en"), "submit", by=by)
