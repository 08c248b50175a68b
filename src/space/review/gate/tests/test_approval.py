"""What waits for a moderator whatever it says: of a person, in a category, the first posts of somebody new."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.models import Trust, User
from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss.actions import change_category, edit_post, start_topic, write_reply
from space.discuss.models import Approval, Audience, Category, Post, Topic
from space.kit import clock
from space.kit.form_keys import new_key
from space.moderation.actions import ask_approval, end_approval
from space.review.actions import Ruling, decide
from space.review.gate.numbers import FIRST_POSTS_WAIT
from space.review.models import Case, Did, Flag
from space.testing.cast import make
from space.testing.telling import tell_what_waits, told

pytestmark = pytest.mark.django_db
TEXT = "The library opens its cellar, and there are maps from before the war."


def later(minutes: int) -> object:
    return clock.at(clock.now() + timedelta(minutes=minutes))


def watched(person: User, by: User) -> User:
    return ask_approval(person, until=clock.now() + timedelta(days=3), by=by, reason="Three were hidden.")


def test_what_a_person_writes_waits_until_it_is_kept(
    topic: Topic, lena: User, kofi: User, rosa: User
) -> None:
    lena = watched(lena, rosa)
    post = write_reply(topic, by=lena, text=f"@{kofi.name} {TEXT}")
    tell_what_waits()
    assert post.hidden_at
    assert not Post.objects.visible_to(reader_of(kofi)).filter(pk=post.pk).exists()
    assert told(kofi) == []
    assert Flag.objects.get().rule == "approval-person"
    decide(Case.objects.for_actions().get(), Ruling(Did.KEEP), by=rosa)
    assert Post.objects.visible_to(NOBODY).filter(pk=post.pk).exists()
    assert len(told(kofi)) == 1
    with later(5):
        assert edit_post(post, by=lena, text="Something else altogether.").hidden_at
    with later(9):
        assert write_reply(topic, by=end_approval(lena, by=rosa, reason="Calm."), text=TEXT).hidden_at is None


def test_the_author_reads_that_it_waits_and_why(client: Client, topic: Topic, lena: User, rosa: User) -> None:
    watched(lena, rosa)
    client.force_login(lena)
    sent = {"text": TEXT, "key": str(new_key())}
    answer = client.post(reverse("discuss:reply", args=[topic.slug, topic.pk]), sent, follow=True)
    assert "It waits for a moderator" in answer.content.decode()
    page = client.get(reverse("review:about_me_case", args=[Case.objects.for_actions().get().pk]))
    assert "A moderator looks first at what you write." in page.content.decode()


def test_messages_between_people_do_not_wait(lena: User, kofi: User, rosa: User) -> None:
    from space.messages.actions import begin_message

    lena = watched(lena, rosa)
    topic = begin_message(by=lena, title="The maps", text=TEXT, people=[kofi])
    assert topic.audience == Audience.PEOPLE


def test_in_a_category_posts_of_newer_people_or_of_all_wait(
    questions: Category, lena: User, rosa: User
) -> None:
    iris = make("Iris", trust=Trust.BASIC, days=30)
    room = change_category(questions, by=rosa, approval=Approval.NEW)
    held = start_topic(room, by=iris, title="Maps from the cellar", text=TEXT)
    shown = start_topic(room, by=lena, title="What the cellar holds", text=TEXT[::-1])
    assert (held.audience, shown.audience) == (Audience.NOBODY, Audience.PUBLIC)
    room = change_category(room, by=rosa, approval=Approval.ALL)
    shown = Topic.objects.for_actions().select_related("category").get(pk=shown.pk)
    with later(5):
        assert write_reply(shown, by=lena, text="And one more thing of it.").hidden_at
        assert write_reply(shown, by=rosa, text="I look after this, so it appears.").hidden_at is None
    assert {*Flag.objects.values_list("rule", flat=True)} == {"approval-category"}


def test_an_administrator_says_so_on_the_page_of_the_category(
    client: Client, questions: Category, ada: User
) -> None:
    client.force_login(ada)
    page = client.get(reverse("discuss:arrange_room", args=[questions.pk])).content.decode()
    assert "Posts that wait for a moderator" in page
    assert "Those of newer people" in page


@pytest.mark.parametrize(
    ("which", "plain", "linked"), [("none", False, False), ("links", False, True), ("all", True, True)]
)
def test_first_posts_of_somebody_new_wait_as_the_community_wants(
    topic: Topic, amina: User, lena: User, ada: User, which: str, plain: bool, linked: bool
) -> None:
    change_setting(FIRST_POSTS_WAIT, which, by=ada)
    assert bool(write_reply(topic, by=amina, text=TEXT).hidden_at) is plain
    with later(10):
        assert (
            bool(write_reply(topic, by=amina, text="Look at https://maps.example/one today.").hidden_at)
            is linked
        )
        assert write_reply(topic, by=lena, text="See https://maps.example/two instead.").hidden_at is None
