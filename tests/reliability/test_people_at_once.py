"""The same person, changed from many places at the same moment."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from space.accounts.models import Trust, User
from space.administration.actions import change_setting
from space.discuss.actions import follow, mark_read
from space.discuss.actions.trusting import grow_trust
from space.discuss.models import Following, Level, ReadMark
from space.discuss.trust import TABLE
from space.moderation.actions import set_trust
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.uploads.actions import remove_picture, show_picture
from space.uploads.tests.makers import picture
from tests.reliability.test_many_at_once import at_once

MANY = 16


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files(media) -> int:
    return len(list(media.rglob("*.webp")))


def test_sixteen_pictures_at_once_are_five_and_the_files_of_one_stay(transactional_db, media):
    lena = make("Lena")

    def show(_):
        try:
            return show_picture(ContentFile(picture()), by=lena)
        except ValidationError as refused:
            return refused.code

    answers = at_once(show, *range(MANY))
    assert answers.count("too_fast") == MANY - 5
    assert User.objects.get(pk=lena.pk).picture in answers
    assert files(media) == 2


def test_a_picture_removed_from_sixteen_places_is_removed_and_written_down_once(
    transactional_db, media, rosa
):
    lena = make("Lena")
    show_picture(ContentFile(picture()), by=lena)
    gone = at_once(lambda _: remove_picture(lena, by=rosa, reason="Not a person"), *range(MANY))
    assert gone.count(True) == 1
    assert LogEntry.objects.filter(what="picture-removed").count() == 1
    assert files(media) == 0


@pytest.fixture
def readers(transactional_db, topic, ada) -> list[User]:
    """They have earned trust 1, in a place where one topic is enough."""
    change_setting(TABLE[Trust.BASIC]["topics"], 1, by=ada)
    found = [make(f"Reader {n}", trust=Trust.NEW) for n in range(8)]
    for one in found:
        mark_read(topic, one, 1, seconds=600)
    ReadMark.objects.filter(person__in=found).update(number=30)
    return found


def test_trust_that_grows_in_sixteen_jobs_at_once_grows_once(readers):
    risen = at_once(lambda _: grow_trust(), *range(MANY))
    assert sum(risen) == len(readers)
    assert LogEntry.objects.filter(what="trust-grew").count() == len(readers)
    assert set(User.objects.filter(pk__in=[one.pk for one in readers]).values_list("trust", flat=True)) == {1}


def test_a_moderator_who_chooses_while_trust_grows_has_the_last_word(readers, rosa):
    def work(number):
        if number % 2:
            return grow_trust()
        return set_trust(readers[number // 2], Trust.NEW, by=rosa, reason="Not yet")

    at_once(work, *range(MANY))
    grow_trust()
    assert set(User.objects.filter(pk__in=[one.pk for one in readers]).values_list("trust", flat=True)) == {0}


def test_following_and_muting_somebody_from_sixteen_places_leaves_one_row_or_none(transactional_db):
    lena, kofi = make("Lena"), make("Kofi")
    levels = [Level.WATCHING, Level.MUTED, Level.NORMAL, Level.WATCHING] * 4
    at_once(lambda level: follow(lena, by=kofi, level=level), *levels)
    assert Following.objects.filter(person=kofi, other=lena).count() <= 1
