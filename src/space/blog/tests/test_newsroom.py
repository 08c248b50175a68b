"""Board, calendar, list, and what concerns one reader."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from space.blog.actions.claiming import claim
from space.blog.actions.noting import say
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.models import Wish
from space.blog.texts import Words
from space.kit import clock
from space.testing.cast import make
from space.testing.stories import WORDS
from space.web.moments import Moment


def get(client, person, name, query=""):
    if person:
        client.force_login(person)
    else:
        client.logout()
    return client.get(f"{reverse(f'blog:{name}')}{query}").content.decode()


def send(title, language, by, **words):
    return take_step(begin_story(Words(title, "S", "T", **words), by=by, language=language), "submit", by=by)


def test_the_board_says_where_a_story_stands_who_has_it_and_what_is_missing(client, in_review, noor, kofi):
    claim(in_review, by=noor)
    body = get(client, kofi, "newsroom")
    assert WORDS.title in body
    assert "0 of 6 checks" in body
    assert "Reviewer:" in body
    assert "Noor" in body


def test_a_draft_that_is_kept_back_stands_on_its_authors_board_alone(client, draft, lena, kofi, elena):
    assert WORDS.title in get(client, lena, "newsroom")
    for person in (kofi, elena):
        for name in ("newsroom", "list", "calendar", "to_review"):
            assert WORDS.title not in get(client, person, name)


def test_who_is_not_signed_in_is_told_how_it_works_and_nothing_of_any_story(client, in_review):
    body = get(client, None, "newsroom")
    assert "How a story comes to be" in body
    assert WORDS.title not in body
    assert "csrfmiddlewaretoken" not in body


def test_the_board_is_narrowed_by_language_reviewer_and_waiting(client, in_review, noor, kofi):
    with clock.at(clock.now() - timedelta(days=9)):
        send("Ein Jahr Moor", "de", make("Annika"))
    claim(in_review, by=noor)
    assert WORDS.title not in get(client, kofi, "newsroom", "?language=de")
    body = get(client, kofi, "newsroom", "?waiting=yes")
    assert "Waiting 9 days" in body
    assert WORDS.title not in body
    assert WORDS.title in get(client, noor, "newsroom", "?reviewer=me")
    assert WORDS.title not in get(client, kofi, "list", "?reviewer=nobody")
    assert get(client, kofi, "list", "?reviewer=9' OR&region=%00x&stage=x&page=-3")


def test_the_calendar_shows_what_is_scheduled_and_wished_for_on_the_readers_day(
    client, ready, elena, kofi, lena
):
    take_step(ready, "schedule", by=elena, moment=Moment(datetime(2031, 5, 1, 22, 30, tzinfo=UTC), "UTC"))
    kofi.time_zone = "Africa/Nairobi"
    kofi.save()
    body = get(client, kofi, "calendar", "?from=2031-05-01")
    day = body.split('datetime="2031-05-02"')[1].split("</td>")[0]
    assert WORDS.title in day
    assert "01:30" in day
    assert WORDS.title not in get(client, kofi, "calendar", "?from=2031-08-01")
    assert get(client, kofi, "calendar", "?from=99999-1-1")


def test_what_waits_in_my_languages_is_counted_and_is_not_mine(client, in_review, lena, noor, kofi):
    assert WORDS.title in get(client, noor, "to_review")
    assert WORDS.title not in get(client, kofi, "to_review")
    lena.languages = ["fr"]
    lena.save()
    assert WORDS.title not in get(client, lena, "to_review")


def test_a_writer_sees_all_that_concerns_them(client, in_review, lena, noor):
    claim(in_review, by=noor)
    say(in_review, "Qui parle ?", by=noor, passage="Personne", edition=in_review.original())
    take_step(in_review, "want-changes", by=noor, reason="Une source manque.")
    body = get(client, lena, "mine")
    assert "Waits for you" in body
    assert "1 note" in body
    assert "Changes wanted" in body
    assert "You review" in get(client, noor, "mine")


def test_wishes_for_translations_stand_together_with_the_readers_languages_first(
    client, published, kofi, amina
):
    for language, person in [("de", amina), ("sw", amina)]:
        Wish.objects.create(story=published, language=language, by=person)
    kofi.languages = ["sw"]
    kofi.save()
    body = get(client, kofi, "translations_wanted")
    assert body.index("Kiswahili") < body.index("Deutsch")


def test_numbers_are_for_the_board_and_of_stories(client, published, elena, kofi):
    client.force_login(kofi)
    assert client.get(reverse("blog:newsroom_numbers")).status_code == 403
    body = get(client, elena, "newsroom_numbers")
    assert "People published for the first time" in body
    assert "Français" in body


@pytest.mark.parametrize(("name", "most"), [("newsroom", 24), ("list", 22), ("mine", 24), ("calendar", 16)])
def test_pages_cost_the_same_however_many_stories_there_are(
    client, in_review, lena, name, most, django_assert_max_num_queries
):
    people = [make(f"Writer {n}") for n in range(5)]
    for n, person in enumerate(people):
        claim(send(f"Story {n}", "fr", person), by=lena)
    client.force_login(lena)
    with django_assert_max_num_queries(most):
        client.get(reverse(f"blog:{name}"))
