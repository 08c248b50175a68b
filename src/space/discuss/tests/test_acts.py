"""What one may do with a post: the menu, sharing, the raw source; and posts of people whom one mutes."""

import pytest
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import close_topic, edit_post, follow, hide_post, react, write_reply
from space.discuss.finding import find_post
from space.discuss.models import Level, Post, Response
from space.discuss.thread import acts
from space.discuss.thread.acts import Act, Does, acts_for
from space.testing.rooms import say

HTMX = {"HX-Request": "true"}


@pytest.fixture
def post(topic) -> Post:
    return Post.objects.for_actions().select_related("topic").get(topic=topic, number=1)


def at(name, post):
    if name in {"react", "bookmark"}:
        return reverse(f"discuss:{name}", args=[post.topic_id, post.number])
    return reverse(f"discuss:{name}", args=[post.topic.slug, post.topic_id, post.number])


def offered(reader, post) -> set[str]:
    found = find_post(reader, post.topic_id, post.number)
    return {act["name"] for act in acts_for(reader, found, found.topic)}


PLAIN = {"reply", "quote", "link", "share", "source"}


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("nobody", {"flag"}),
        ("amina", {"bookmark", "flag"}),
        ("lena", {"bookmark", "edit", "note", "wiki", "language"}),
        ("kofi", {"bookmark", "flag", "message"}),
        ("rosa", {"bookmark", "edit", "note", "wiki", "language", "move", "flag", "message"}),
    ],
)
def test_what_is_offered_to_whom(request, post, who, more):
    person = request.getfixturevalue(who)
    assert offered(reader_of(person) if person.pk else NOBODY, post) == PLAIN | more


def test_a_suspended_person_is_offered_what_needs_no_account(post, viktor):
    assert offered(reader_of(viktor), post) == PLAIN - {"reply", "quote"}


def test_history_and_who_reacted_are_offered_where_there_is_something_to_see(post, kofi, rosa):
    edit_post(post, by=rosa, text="What do you do with an index of cards?")
    react(post, by=kofi, kind=Response.THANKS)
    assert offered(NOBODY, post) >= {"history", "reactions"}


def test_a_closed_topic_is_not_replied_to(post, rosa, kofi):
    close_topic(post.topic, by=rosa)
    assert offered(reader_of(kofi), post) == {"link", "share", "source", "bookmark", "flag", "message"}


def test_a_feature_adds_its_act_with_one_line(client, post, kofi, rosa, monkeypatch):
    monkeypatch.setattr(acts, "_acts", dict(acts._acts))
    only_rosa = lambda reader, post, topic: reader.pk == rosa.pk  # noqa: E731
    acts.register(Act("praise", "Praise it", "star", "discuss:source", only_rosa, Does.SENDS, order=1))
    client.force_login(rosa)
    page = client.get(at("more", post)).content.decode()
    assert f'formaction="{at("source", post)}"' in page
    assert page.index("Praise it") < page.index("As it was typed")
    client.force_login(kofi)
    assert "Praise it" not in client.get(at("more", post)).content.decode()


def test_the_menu_opens_in_place_and_the_page_shows_everything(client, post, kofi):
    client.force_login(kofi)
    menu = client.get(at("more", post), headers=HTMX).content.decode()
    assert menu.startswith("<menu-details>")
    assert 'id="more-1"' in menu
    assert "?quote=1" not in menu
    page = client.get(at("more", post)).content.decode()
    assert "?quote=1" in page
    assert 'name="give"' in page
    assert page.count('<form id="leave"') == 1


def test_a_page_of_posts_leads_to_more_and_holds_none_of_it(client, post):
    page = client.get(post.topic.get_absolute_url()).content.decode()
    assert f'hx-get="{at("more", post)}"' in page
    assert at("source", post) not in page
    assert "noindex" in client.get(at("more", post)).content.decode()


def test_the_author_sees_the_way_to_edit_and_a_moderator_finds_it_under_more(client, post, lena, rosa):
    edit = f'href="{at("edit", post)}"'
    client.force_login(lena)
    assert edit in client.get(post.topic.get_absolute_url()).content.decode()
    client.force_login(rosa)
    assert edit not in client.get(post.topic.get_absolute_url()).content.decode()
    assert edit in client.get(at("more", post), headers=HTMX).content.decode()


def test_an_address_to_share_is_short_for_a_topic_and_the_permalink_for_a_post(client, post, settings):
    page = client.get(reverse("discuss:share", args=[post.topic.slug, post.topic_id])).content.decode()
    assert f'value="{settings.ORIGIN}/t/{post.topic_id}"' in page
    assert (
        f'value="{settings.ORIGIN}{post.get_absolute_url()}"'
        in client.get(at("share_post", post)).content.decode()
    )
    assert "Public: anyone can read." in page


def test_the_source_is_what_was_typed_and_nothing_for_search_engines(client, topic, kofi):
    post = write_reply(topic, by=kofi, text="**Bold** <script>alert(1)</script> &amp; [[Paper]]")
    answer = client.get(at("source", post))
    assert answer.content.decode() == post.source
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("name", ["more", "source", "reactions", "share_post", "bookmark"])
def test_a_hidden_post_has_none_of_it(client, topic, kofi, lena, rosa, name):
    post = write_reply(topic, by=kofi, text="Words to regret")
    hide_post(post, by=rosa)
    client.force_login(lena)
    assert client.get(at(name, post)).status_code == 404


def test_posts_of_somebody_muted_are_folded_for_who_mutes_them(client, topic, kofi, rosa, lena):
    say(topic, (kofi, "I shout."), (rosa, "Please do not."))
    follow(kofi, by=rosa, level=Level.MUTED)
    client.force_login(rosa)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert page.count('<details class="folded"') == 1
    inside = page.partition('<details class="folded" id="f2">')[2].partition("</details>")[0]
    assert "Post by" in inside
    assert "Kofi Mensah" in inside.partition("</summary>")[0]
    assert page.index("I shout.") > page.index('id="f2"')
    client.force_login(lena)
    assert 'class="folded"' not in client.get(topic.get_absolute_url()).content.decode()


def test_a_name_in_a_fold_is_only_a_name(client, topic, kofi, rosa):
    from space.accounts.models import User

    User.objects.filter(pk=kofi.pk).update(name="<b>Kofi")
    say(topic, (kofi, "I shout."))
    follow(kofi, by=rosa, level=Level.MUTED)
    client.force_login(rosa)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "&lt;b&gt;Kofi</bdi>, whom you mute" in page
    assert "<b>Kofi" not in page
