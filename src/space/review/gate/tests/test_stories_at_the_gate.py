"""A story goes through the gate when members come to read it, and with each change from then on."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client

from space.accounts.models import User
from space.accounts.readers import reader_of
from space.blog.actions.crediting import Said, add_picture, receive
from space.blog.actions.describing import About, Named, describe_story
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story, save_text
from space.blog.models import Story
from space.blog.texts import Words
from space.discuss.actions import appoint, arrange_category, change_category
from space.discuss.models import Category, Post
from space.groups.actions import admit
from space.groups.models import Group, Role
from space.review.actions import Ruling, decide
from space.review.gate.actions import watch_word
from space.review.models import Case, Did, Does, WatchedWord
from space.testing.cast import make
from space.testing.telling import told
from space.uploads.tests.makers import picture

pytestmark = pytest.mark.django_db
TITLE = "A year of wells"


@pytest.fixture(autouse=True)
def bingo(rosa: User) -> WatchedWord:
    return watch_word(WatchedWord(word="bingo", does=Does.APPROVAL), by=rosa)


def begun(by: User, **words: str) -> Story:
    said = Words(title=TITLE, **{"summary": "What we learnt.", "text": "We dug and we wrote.", **words})
    return begin_story(said, by=by, language="en")


def seen_by(person: User, story: Story) -> bool:
    return Story.objects.visible_to(reader_of(person)).filter(pk=story.pk).exists()


def shown_in(client: Client, story: Story) -> list[str]:
    places = [story.desk_url, "/newsroom/", "/discuss/c/newsroom/", "/discuss/", "/search?q=wells"]
    return [path for path in places if TITLE in client.get(path, follow=True).content.decode()]


def test_a_draft_is_its_authors_own_until_it_is_shared_and_held_then(
    lena: User, kofi: User, rosa: User, client: Client
) -> None:
    story = begun(lena, summary="Bingo for everybody.")
    assert not Case.objects.for_actions().exists()
    story = take_step(story, "share", by=lena)
    client.force_login(kofi)
    assert shown_in(client, story) == []
    assert [seen_by(person, story) for person in (lena, kofi, rosa)] == [True, False, True]
    case = Case.objects.for_actions().get(is_held=True)
    client.force_login(rosa)
    assert story.desk_url in client.get(case.get_absolute_url()).content.decode()
    assert client.get(story.desk_url).status_code == 200
    decide(case, Ruling(Did.KEEP), by=rosa)
    client.force_login(kofi)
    assert {story.desk_url, "/discuss/c/newsroom/"} <= set(shown_in(client, story))
    assert any("others can see it now" in line for line in told(lena))


def test_a_shared_draft_that_is_changed_into_it_is_held_as_well(lena: User, kofi: User) -> None:
    story = take_step(begun(lena), "share", by=lena)
    assert seen_by(kofi, story)
    save_text(story.original(), Words(title=TITLE, text="Now with bingo every night."), by=kofi)
    assert not seen_by(kofi, story)
    assert seen_by(lena, story)


def test_words_are_refused_and_replaced(lena: User, kofi: User, rosa: User) -> None:
    watch_word(WatchedWord(word="blasted", does=Does.REFUSE), by=rosa)
    watch_word(WatchedWord(word="gosh", does=Does.REPLACE, replacement="oh"), by=rosa)
    refused = begun(lena, caption="A blasted well")
    with pytest.raises(ValidationError, match="blasted"):
        take_step(refused, "share", by=lena)
    assert not Post.objects.for_actions().exists()
    story = take_step(begun(kofi, text="Gosh, how deep it is."), "share", by=kofi)
    assert story.original().current.source == "oh, how deep it is."


def test_of_a_held_draft_of_a_closed_group_its_leaders_read_what_they_decide_about_and_nobody_else(
    hideout: Category, circle: Group, kofi: User, lena: User, rosa: User, client: Client
) -> None:
    leader, member = make("Tane Rangi"), make("Ana@local")
    admit(circle, leader, role=Role.MODERATOR)
    admit(circle, member)
    said = Words(title=TITLE, summary="Bingo for everybody.", text="We dug and we wrote.")
    story = take_step(begin_story(said, by=kofi, language="en", category=hideout), "share", by=kofi)
    assert [seen_by(one, story) for one in (kofi, leader, member, lena, rosa)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    case = Case.objects.for_actions().get(is_held=True)
    client.force_login(leader)
    assert story.desk_url in client.get(case.get_absolute_url()).content.decode()
    desk = client.get(story.desk_url)
    assert desk.status_code == 200
    assert "Bingo for everybody." in desk.content.decode()
    client.force_login(member)
    assert client.get(story.desk_url).status_code == 404
    decide(case, Ruling(Did.KEEP), by=leader)
    assert [seen_by(one, story) for one in (member, lena, rosa)] == [True, False, False]


def test_who_moderates_the_category_of_reviews_reads_a_held_draft_as_well(
    lena: User, kofi: User, ada: User
) -> None:
    story = take_step(begun(lena, summary="Bingo for everybody."), "share", by=lena)
    appoint(kofi, story.room.category, by=ada)
    assert seen_by(kofi, story)
    ana, above = make("Ana@local"), arrange_category("stories", by=ada, name="Stories")
    appoint(ana, above, by=ada)
    assert not seen_by(ana, story)
    change_category(story.room.category, by=ada, parent=above)
    assert seen_by(ana, story)


def test_what_is_said_beside_a_draft_is_read_when_members_come_to_see_it(
    lena: User, rosa: User, client: Client
) -> None:
    watch_word(WatchedWord(word="lamp", does=Does.FLAG), by=rosa)
    story = begun(lena)
    said = Said(author="Lena", description="A lamp in the well")
    sent = receive(ContentFile(picture()), said, by=lena, name="x.png", alt="A pit")
    upload = add_picture(story, sent, by=lena)
    about = About(tags=["pits"], authors=[Named(lena), Named(name="Pit Maria")])
    story = describe_story(story, about, by=lena)
    assert not Case.objects.for_actions().exists()
    for word in ("pit", "pits"):
        watch_word(WatchedWord(word=word, does=Does.REPLACE, replacement="hole"), by=rosa)
    story = take_step(story, "share", by=lena)
    case = Case.objects.for_actions().waiting().get()
    assert (case.thing_kind, case.is_held) == ("discuss.post", False)
    assert "lamp" in case.flags.get().words
    client.force_login(rosa)
    page = client.get(case.get_absolute_url()).content.decode()
    assert ["A lamp in the well" in page, "hole Maria" in page] == [True, True]
    upload.refresh_from_db()
    named = story.authors.get(person=None).name
    assert (upload.alt, story.tags.get().name, named) == ("A hole", "hole", "hole Maria")
