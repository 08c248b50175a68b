"""Lena takes a break: she hides the place from herself, nothing is lost, and nobody else sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.resting.actions import come_back, rest
from space.kit import clock

NOON = clock.now().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def away(client, lena):
    client.force_login(lena)
    return rest(lena, until=clock.now() + timedelta(hours=2))


@pytest.mark.parametrize(("long", "hours"), [("hour", 1), ("today", 12), ("week", 24 * 7)])
def test_a_break_lasts_as_long_as_she_says(client, lena, long, hours):
    client.force_login(lena)
    with clock.at(NOON):
        client.post(reverse("accounts:rest"), {"long": long})
    lena.refresh_from_db()
    assert lena.rests_until == NOON + timedelta(hours=hours)


def test_the_rest_of_today_ends_at_her_own_midnight(client, lena):
    lena.time_zone = "Asia/Tokyo"
    lena.save()
    client.force_login(lena)
    with clock.at(NOON):
        client.post(reverse("accounts:rest"), {"long": "today"})
    lena.refresh_from_db()
    assert lena.rests_until == NOON + timedelta(hours=3)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"long": "until"},
        {"long": "until", "until": "2001-01-01T00:00"},
        {"long": "until", "until": "9999-01-01T00:00"},
        {"long": "until", "until": "soon"},
        {"long": "ever"},
    ],
)
def test_a_break_without_a_true_end_does_not_begin(client, lena, typed):
    client.force_login(lena)
    answer = client.post(reverse("accounts:rest"), typed)
    lena.refresh_from_db()
    assert (answer.status_code, lena.rests_until) == (422, None)


def test_pages_are_calm_until_it_ends(client, away, topic):
    page = client.get(topic.get_absolute_url())
    assert "You are taking a break" in page.content.decode()
    assert topic.title not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    with clock.at(clock.now() + timedelta(hours=3)):
        assert topic.title in client.get(topic.get_absolute_url()).content.decode()


def test_the_break_costs_no_query(client, hearing, away, topic, django_assert_max_num_queries):
    client.get(topic.get_absolute_url())
    with django_assert_max_num_queries(1):
        client.get(topic.get_absolute_url())


@pytest.mark.parametrize(
    "name",
    [
        "accounts:preferences", "accounts:sessions", "account_logout", "account_email", "privacy:mine",
        "privacy:kept", "privacy:leave", "pages:privacy", "languages:choose", "review:about_me",
    ],
)  # fmt: skip
def test_account_data_and_the_way_out_stay_open(client, away, name):
    assert "You are taking a break" not in client.get(reverse(name), follow=True).content.decode()


def test_what_she_was_writing_in_another_window_is_not_lost(client, away, topic):
    client.post(
        reverse("discuss:reply", args=[topic.slug, topic.pk]), {"text": "I had begun this.", "language": "en"}
    )
    assert topic.posts.order_by("-number")[0].source == "I had begun this."


def test_a_piece_that_a_script_asks_for_lets_the_page_be_made_anew(client, away, topic):
    answer = client.get(topic.get_absolute_url(), headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (204, "true")


def test_coming_back_takes_a_breath(client, away, topic):
    page = client.get(reverse("accounts:come_back"))
    made = page.context["form"]["made"].value()
    assert client.post(reverse("accounts:come_back"), {"made": made}).status_code == 422
    with clock.at(clock.now() + timedelta(seconds=11)):
        client.post(reverse("accounts:come_back"), {"made": made})
        assert topic.title in client.get(topic.get_absolute_url()).content.decode()


@pytest.mark.parametrize("made", ["", "yesterday", "1:2:3"])
def test_the_breath_cannot_be_forged(client, away, made):
    assert client.post(reverse("accounts:come_back"), {"made": made}).status_code == 422


def test_nobody_else_sees_it(client, away, kofi):
    client.force_login(kofi)
    assert "break" not in client.get(away.get_absolute_url()).content.decode().split("<main")[1]


def test_coming_back_twice_is_coming_back_once(away):
    with clock.at(clock.now() + timedelta(minutes=5)):
        first = come_back(away).rests_until
    with clock.at(clock.now() + timedelta(minutes=9)):
        assert come_back(away).rests_until == first
