"""Reactions: who may leave them, that their numbers are right, and what a page shows of them."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss.actions import close_topic, hide_post, react, take_back_reaction, write_reply
from space.discuss.actions.recounting import differences, recount
from space.discuss.models import Kind, Post, Reaction, Response, Topic
from space.discuss.numbers_of_responses import REACTIONS_A_DAY
from space.discuss.permissions import can_react
from space.kit import clock
from space.moderation.actions import penalise
from space.moderation.models import Measure
from space.testing.cast import make
from space.web import versions

THANKS, USEFUL = Response.THANKS, Response.USEFUL
HTMX = {"HX-Request": "true"}


@pytest.fixture
def post(topic) -> Post:
    """Lena's question."""
    return Post.objects.for_actions().select_related("topic__category").get(topic=topic, number=1)


def numbers(post) -> dict[str, int]:
    return Post.objects.for_actions().get(pk=post.pk).reactions


def press(client, post, headers=None, **button):
    address = reverse("discuss:react", args=[post.topic_id, post.number])
    return client.post(address, button, headers=headers)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("nobody", False),
        ("amina", True),
        ("lena", False),  # it is hers
        ("kofi", True),
        ("rosa", True),
        ("viktor", False),
    ],
)
def test_who_may_react(request, post, who, may, django_assert_num_queries):
    person = request.getfixturevalue(who)
    reader = reader_of(person) if person.pk else NOBODY
    with django_assert_num_queries(0):
        assert bool(can_react(reader, post)) is may


@pytest.mark.parametrize("state", ["closed", "archived", "hidden", "silenced"])
def test_where_one_may_react(post, kofi, rosa, state):
    if state == "closed":
        close_topic(post.topic, by=rosa)
    if state == "archived":
        post.topic.kind = Kind.ARCHIVED
    if state == "hidden":
        post.hidden_at = timezone.now()
    if state == "silenced":
        tomorrow = timezone.now() + timedelta(days=1)
        penalise(kofi, Measure.SILENCE, by=rosa, until=tomorrow, reason="Shouting")
    assert bool(can_react(reader_of(kofi), post)) is (state == "closed")


def test_a_reaction_is_counted_once_however_often_it_is_left(post, kofi, rosa):
    for _ in range(3):
        react(post, by=kofi, kind=THANKS)
    fresh = react(post, by=rosa, kind=THANKS)
    assert fresh.reactions == numbers(post) == {"thanks": 2}
    assert Reaction.objects.count() == 2
    assert differences() == []


def test_one_person_may_leave_several_kinds(post, kofi):
    react(post, by=kofi, kind=THANKS)
    react(post, by=kofi, kind=USEFUL)
    assert numbers(post) == {"thanks": 1, "useful": 1}


def test_what_is_taken_back_is_gone_without_a_zero(post, kofi, rosa):
    react(post, by=kofi, kind=THANKS)
    react(post, by=rosa, kind=THANKS)
    assert take_back_reaction(post, by=kofi, kind=THANKS).reactions == {"thanks": 1}
    for _ in range(3):
        take_back_reaction(post, by=rosa, kind=THANKS)
    assert numbers(post) == {}
    assert differences() == []


def test_a_number_is_never_below_zero_even_where_it_was_wrong(post, kofi):
    react(post, by=kofi, kind=THANKS)
    Post.objects.for_actions().filter(pk=post.pk).update(reactions={"useful": 4})
    take_back_reaction(post, by=kofi, kind=THANKS)
    assert numbers(post) == {"useful": 4}
    assert recount() == 1
    assert numbers(post) == {}


def test_reacting_leaves_the_version_and_tells_the_pages_of_the_topic(post, kofi, monkeypatch):
    told = []
    monkeypatch.setattr(versions, "bump", lambda *tags: told.extend(tags))
    react(post, by=kofi, kind=THANKS)
    react(post, by=kofi, kind=THANKS)
    assert told == [f"topic:{post.topic_id}"]
    assert Post.objects.for_actions().get(pk=post.pk).version == post.version
    assert Topic.objects.for_actions().get(pk=post.topic_id).version == post.topic.version


def test_a_post_that_was_hidden_meanwhile_takes_none(post, kofi, rosa):
    reply = write_reply(post.topic, by=rosa, text="Words to regret")
    hide_post(reply, by=rosa)
    with pytest.raises(ValidationError, match="not here any more"):
        react(reply, by=kofi, kind=THANKS)
    assert not Reaction.objects.exists()


def test_a_day_has_fifty_reactions_and_more_with_trust(topic, questions, amina, kofi, rosa):
    posts = Post.objects.for_actions().bulk_create(
        Post(topic=topic, number=n, author=rosa, source="x", html="x", renderer=1) for n in range(2, 90)
    )

    def left_by(person) -> int:
        """How many reactions, until one is refused."""
        for count, post in enumerate(posts):
            with suppress(ValidationError):
                react(post, by=person, kind=THANKS)
                continue
            return count
        return len(posts)

    with clock.at(timezone.now()):
        assert (left_by(amina), left_by(kofi)) == (50, 75)
    assert Reaction.objects.count() == 125
    assert Post.objects.for_actions().get(pk=posts[80].pk).reactions == {}


def test_a_limit_that_is_met_is_explained_on_the_same_page(client, post, amina, ada):
    change_setting(REACTIONS_A_DAY, 1, by=ada)
    client.force_login(amina)
    press(client, post, give="thanks")
    answer = press(client, post, give="useful")
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "You can leave the next one in" in page
    assert post.get_absolute_url() in page
    assert 'value="useful"' in page

    inside = press(client, post, headers=HTMX, give="useful")
    assert inside.status_code == 429
    assert inside.content.decode().startswith(f'<div class="reactions" id="r{post.number}"')
    assert 'role="alert"' in inside.content.decode()
    assert numbers(post) == {"thanks": 1}


def test_a_button_leads_back_to_the_post_or_gives_the_bar_alone(client, post, kofi):
    client.force_login(kofi)
    assert press(client, post, give="thanks").url == f"{post.topic.get_absolute_url()}#p1"
    bar = press(client, post, headers=HTMX, give="useful").content.decode()
    assert bar.count('aria-pressed="true"') == 2
    assert 'name="take" value="useful"' in bar
    assert "<html" not in bar


def test_the_kind_that_was_taken_back_keeps_its_place_in_the_bar(client, post, kofi):
    react(post, by=kofi, kind=Response.STAR)
    client.force_login(kofi)
    bar = press(client, post, headers=HTMX, take="star").content.decode()
    assert 'id="r1-star"' in bar
    assert 'id="r1-useful"' not in bar
    assert 'aria-pressed="true"' not in bar


def test_a_refusal_of_a_rule_says_why(client, post, lena):
    client.force_login(lena)
    answer = press(client, post, give="thanks")
    assert answer.status_code == 403
    assert "Reactions are for the posts of others." in answer.content.decode()
    answer = press(client, post, headers=HTMX, give="thanks")
    assert "Reactions are for the posts of others." in answer.content.decode()


def test_a_reaction_that_there_is_not_is_refused(client, post, kofi):
    client.force_login(kofi)
    assert press(client, post, give="anger").status_code == 422
    assert press(client, post).status_code == 422


def test_nobody_sees_numbers_without_buttons_and_the_author_too(client, post, lena, kofi):
    react(post, by=kofi, kind=USEFUL)
    for person in (None, lena):
        if person:
            client.force_login(person)
        page = client.get(post.topic.get_absolute_url()).content.decode()
        assert 'class="reactions__who"' in page
        assert 'class="reaction"' in page
        assert "formaction" not in page.partition('id="r1"')[2].partition("</a>")[0]
        assert 'name="give"' not in page


def test_who_may_react_finds_a_button_and_the_choice_of_others(client, post, kofi):
    client.force_login(kofi)
    page = client.get(post.topic.get_absolute_url()).content.decode()
    assert page.count('<form id="leave"') == 1
    assert page.count('name="give"') == 1
    assert 'value="thanks" aria-pressed="false"' in page
    address = reverse("discuss:react", args=[post.topic_id, 1])
    assert f'hx-get="{address}"' in page
    choice = client.get(address, headers=HTMX).content.decode()
    assert choice.count('name="give"') == 4
    assert choice.count("autofocus") == 1
    assert "hx-get" not in choice
    plain = client.get(address, follow=True).content.decode()
    assert plain.count('name="give"') == 4
    assert "autofocus" not in plain


def test_the_page_for_everybody_shows_a_new_number_at_once(client, post, kofi):
    assert 'class="reactions' not in client.get(post.topic.get_absolute_url()).content.decode()
    react(post, by=kofi, kind=THANKS)
    assert 'class="reactions' in client.get(post.topic.get_absolute_url()).content.decode()


def test_who_reacted_is_listed_by_kind_for_who_sees_the_post(client, post, kofi, rosa, secret, lena):
    for person, kind in ((kofi, THANKS), (rosa, THANKS), (rosa, USEFUL)):
        react(post, by=person, kind=kind)
    address = reverse("discuss:reactions", args=[post.topic.slug, post.topic_id, 1])
    page = client.get(address).content.decode()
    assert page.count("Rosa Quispe</bdi>") == 2
    assert page.count("Kofi Mensah</bdi>") == 1
    assert page.index("Thanks") < page.index("Useful")
    part = client.get(address, headers=HTMX).content.decode()
    assert part.startswith('<div class="who-reacted" tabindex="-1" autofocus>')


def test_a_crowd_is_told_as_a_number(client, post, monkeypatch):
    from space.discuss.views import responding

    monkeypatch.setattr(responding, "NAMES_AT_MOST", 2)
    for n in range(5):
        react(post, by=make(f"Reader {n}"), kind=THANKS)
    page = client.get(reverse("discuss:reactions", args=["x", post.topic_id, 1])).content.decode()
    assert "and 3 more" in page


def test_what_one_gives_and_gets_is_known_to_trust_alone(post, kofi, lena, rosa):
    reply = write_reply(post.topic, by=kofi, text="We photograph the cards.")
    react(post, by=kofi, kind=THANKS)
    react(reply, by=lena, kind=THANKS)
    assert Reaction.objects.given_by(kofi).count() == 1
    assert Reaction.objects.received_by(kofi).count() == 1
    hide_post(reply, by=rosa)
    assert Reaction.objects.received_by(kofi).count() == 0
    assert differences() == []
