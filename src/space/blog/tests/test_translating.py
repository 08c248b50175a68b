"""Translations of equal rank: begun, written beside the original, read by a second person, left behind, caught up."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.steps import take_step
from space.blog.actions.translating import (
    approve_translation,
    begin_translation,
    submit_translation,
    wish,
)
from space.blog.actions.writing import save_text
from space.blog.finding import find_edition
from space.blog.models import Edition, SentBack, Wish
from space.blog.newsroom.turns import translations_to_approve
from space.blog.permissions import can_approve
from space.blog.side_by_side import beside, parts_of, taken_apart
from space.blog.texts import Words
from space.discuss.actions import make_tag
from space.limits.models import Bucket
from space.markup.blocks import blocks_of
from space.notifications.models import Notification
from space.testing.stories import WORDS, look_again
from space.testing.telling import tell_what_waits

PARTS = ["We set up the table at six.", "## The first day", "Nobody stopped.", "Then the rain came."]
ENGLISH = {"title": "A week at the fair", "summary": "Five days and a question.", "part": PARTS, "follows": 1}


@pytest.fixture
def english(published, kofi) -> Edition:
    Bucket.objects.all().delete()
    edition = begin_translation(published, "en", by=kofi)
    words = Words(ENGLISH["title"], ENGLISH["summary"], "\n\n".join(PARTS))
    edition = save_text(edition, words, by=kofi, began=1, follows=1, parts=PARTS)
    return submit_translation(edition, by=kofi)


@pytest.fixture
def approved(english, anna) -> Edition:
    return approve_translation(english, by=anna, seen=2)


def url(name, edition):
    return reverse(f"blog:{name}", args=[edition.story_id, edition.language])


def now(edition) -> Edition:
    return Edition.objects.for_actions().select_related("current", "shown", "story").get(pk=edition.pk)


def correct(story, by, text, board):
    save_text(story.original(), Words(WORDS.title, WORDS.summary, text), by=by, began=1)
    look_again(story, by=board)
    take_step(story, "correct", by=board, reason="Il était sept heures.")


def test_a_member_begins_where_somebody_wished_for_it_and_who_wished_is_told(client, published, kofi, lena):
    wish(published, "en", by=lena)
    client.force_login(kofi)
    translate = reverse("blog:translate", args=[published.pk])
    assert "English" in client.get(translate).content.decode()
    response = client.post(translate, {"language": "English"})
    edition = Edition.objects.for_actions().get(language="en")
    assert response.url == edition.edit_url
    assert client.post(translate, {"language": "en"}).url == edition.edit_url
    assert not Wish.objects.exists()
    tell_what_waits()
    assert Notification.objects.get(person=lena, because="wished").actors == [kofi.pk]


def test_the_language_one_is_likely_to_translate_into_stands_there(client, published, kofi):
    kofi.languages = ["fr", "en"]
    kofi.save()
    client.force_login(kofi)
    translate = reverse("blog:translate", args=[published.pk])
    assert client.get(translate).context["form"]["language"].value() == "en"
    assert client.get(translate, {"language": "ln"}).context["form"]["language"].value() == "ln"


def test_a_wish_is_taken_back_by_who_had_it(client, published, lena, kofi):
    translate = reverse("blog:translate", args=[published.pk])
    client.force_login(lena)
    client.post(translate, {"language": "ln", "wish": "1"})
    client.force_login(kofi)
    client.post(translate, {"take_back": "ln"})
    assert Wish.objects.get().language == "ln"
    client.force_login(lena)
    client.post(translate, {"take_back": "ln"})
    assert not Wish.objects.exists()


def test_it_is_written_beside_the_original_paragraph_by_paragraph(client, published, kofi, ada):
    published.tags.add(tag := make_tag("salons", by=ada))
    edition = begin_translation(published, "en", by=kofi)
    client.force_login(kofi)
    page = client.get(edition.edit_url).content.decode()
    # How the original is typed stands with the original.
    assert "The original as it is typed" in page.partition('name="part"')[0]
    assert page.count('name="part"') == 4
    assert "<h3>Le premier jour</h3>" in page
    half = {**ENGLISH, "part": [PARTS[0], "", PARTS[2], ""], "began": 1, f"tag-{tag.pk}": "book fairs"}
    assert client.post(edition.edit_url, half).url == edition.edit_url
    version = now(edition).current
    assert version.parts == [PARTS[0], "", PARTS[2], ""]
    assert version.source == f"{PARTS[0]}\n\n{PARTS[2]}"
    assert version.tag_names == {str(tag.pk): "book fairs"}

    sent = client.post(edition.edit_url, {**ENGLISH, "began": 2, "send": "1"})
    assert sent.url == published.desk_url
    assert now(edition).submitted_at


def test_what_is_missing_is_said_before_it_is_sent(client, published, kofi):
    edition = begin_translation(published, "en", by=kofi)
    client.force_login(kofi)
    client.post(edition.edit_url, {"title": "", "part": ["Hello", "", "", ""], "began": 1, "send": "1"})
    assert now(edition).submitted_at is None
    assert "A translation needs a title" in client.get(edition.edit_url).content.decode()


PEOPLE = [
    ("kofi", False),
    ("anna", True),
    ("lena", False),
    ("elena", True),
    ("viktor", False),
    ("noor", False),
]


@pytest.mark.parametrize(("who", "may"), PEOPLE)
def test_who_is_the_second_reader(request, english, anna, who, may, django_assert_num_queries):
    reader = reader_of(request.getfixturevalue(who))
    edition = find_edition(reader_of(anna), english.story_id, "en")
    with django_assert_num_queries(0):
        assert bool(can_approve(reader, edition)) is may


def test_a_second_reader_sends_it_back_with_words_and_approves_it_when_it_is_better(
    client, english, anna, kofi
):
    client.force_login(anna)
    page = client.get(url("approve", english)).content.decode()
    assert "Nous avons monté la table" in page
    assert PARTS[0] in page
    assert client.post(url("approve", english), {"decide": "back", "seen": 2, "words": ""}).status_code == 422
    client.post(url("approve", english), {"decide": "back", "seen": 2, "words": "“Stopped by”, perhaps."})
    assert SentBack.objects.get().words == "“Stopped by”, perhaps."
    assert now(english).submitted_at is None
    tell_what_waits()
    assert Notification.objects.get(person=kofi, because="back")

    client.force_login(kofi)
    assert "“Stopped by”, perhaps." in client.get(english.edit_url).content.decode()
    better = [*PARTS[:2], "Nobody stopped by.", PARTS[3]]
    client.post(english.edit_url, {**ENGLISH, "part": better, "began": 2, "send": "1"})
    client.force_login(anna)
    assert client.post(url("approve", english), {"decide": "approve", "seen": 2}).status_code == 422
    client.post(url("approve", english), {"decide": "approve", "seen": 3})
    shown = Edition.objects.shown_to(NOBODY).get(language="en")
    assert (shown.slug, shown.approved_by) == ("a-week-at-the-fair", anna)
    tell_what_waits()
    assert Notification.objects.get(person=kofi, because="approved")


def test_nobody_approves_what_they_wrote(client, english, kofi):
    client.force_login(kofi)
    assert client.post(url("approve", english), {"decide": "approve", "seen": 2}).status_code == 403


def test_what_changes_after_approval_is_shown_once_it_is_approved_again(approved, anna, kofi):
    better = [*PARTS[:3], "Then it rained."]
    words = Words(ENGLISH["title"], ENGLISH["summary"], "\n\n".join(better))
    edition = save_text(approved, words, by=kofi, began=2, follows=1, parts=better)
    assert edition.shown.number == 2
    assert approve_translation(submit_translation(edition, by=kofi), by=anna, seen=3).shown.number == 3


def test_a_corrected_original_leaves_it_behind_and_says_what_changed(
    client, approved, published, lena, elena, kofi, anna
):
    text = WORDS.text.replace("six", "sept").replace("\n\nPersonne ne s’arrêtait.", "") + "\n\nEt le soleil."
    correct(published, lena, text, elena)
    edition = now(approved)
    assert edition.stale_since
    tell_what_waits()
    told = Notification.objects.filter(because="stale").values_list("person", flat=True)
    assert set(told) == {kofi.pk, anna.pk}

    client.force_login(kofi)
    page = client.get(edition.edit_url).content.decode()
    assert "The original has changed." in page
    assert [chip in page for chip in (">Changed<", ">New<", ">Not there any more<")] == [True] * 3
    assert page.count('name="part"') == 4
    parts = ["We set up the table at seven.", PARTS[1], PARTS[3], "And the sun."]
    client.post(edition.edit_url, {**ENGLISH, "part": parts, "began": 2, "follows": 2, "send": "1"})
    approve_translation(edition, by=anna, seen=3)
    edition = now(approved)
    assert (edition.stale_since, edition.current.follows) == (None, 2)


def test_tags_are_called_as_its_translator_said_once_it_is_approved(
    client, english, published, kofi, anna, ada
):
    published.tags.add(tag := make_tag("salons", by=ada))
    published.topic.tags.add(tag)
    words = Words(ENGLISH["title"], ENGLISH["summary"], "\n\n".join(PARTS))
    edition = save_text(english, words, by=kofi, began=2, parts=PARTS, tag_names={str(tag.pk): "book fairs"})
    shown = approve_translation(edition, by=anna, seen=3)
    assert ' lang="en">book fairs</a>' in client.get(shown.get_absolute_url()).content.decode()
    original = client.get(published.original().get_absolute_url()).content.decode()
    assert "book fairs" not in original
    assert reverse("blog:translate", args=[published.pk]) in original


def test_it_can_still_say_the_same(client, approved, published, lena, elena, kofi):
    correct(published, lena, WORDS.text.replace("table", "grande table"), elena)
    client.force_login(kofi)
    assert "It says the same now" in client.get(approved.edit_url).content.decode()
    assert "Readers see this one" in client.get(url("versions", approved)).content.decode()
    client.post(url("same", approved), {"original": 1})
    assert now(approved).stale_since
    client.post(url("same", approved), {"original": 2})
    edition = now(approved)
    assert (edition.stale_since, edition.shown_id, edition.current.parts) == (None, edition.current_id, PARTS)


def test_two_who_translate_different_paragraphs_at_once_both_have_their_way(client, published, kofi, lena):
    edition = begin_translation(published, "en", by=kofi)
    client.force_login(kofi)
    client.post(edition.edit_url, {**ENGLISH, "part": [*PARTS[:2], "", ""], "began": 1})
    client.force_login(lena)
    client.post(edition.edit_url, {**ENGLISH, "part": ["", "", *PARTS[2:]], "began": 1})
    assert now(edition).current.parts == PARTS

    both = client.post(
        edition.edit_url, {**ENGLISH, "part": ["We put up a table.", "", *PARTS[2:]], "began": 1}
    )
    assert both.status_code == 409
    page = both.content.decode()
    assert "▼▼▼ Kofi Mensah" in page
    assert "▼▼▼ You wrote:\nWe put up a table." in page
    assert page.count('name="part"') == 4


def test_before_it_is_published_nobody_translates(draft, lena):
    with pytest.raises(ValidationError, match="once it is published"):
        begin_translation(draft, "en", by=lena)


def test_an_unfinished_translation_is_not_sent(published, kofi):
    with pytest.raises(ValidationError):
        submit_translation(begin_translation(published, "en", by=kofi), by=kofi)


def test_a_text_that_nobody_wrote_by_parts_is_laid_beside_by_its_headings_and_pictures():
    blocks = blocks_of("One.\n\n## Two\n\nThree.\n\nFour.\n\n![a](upload:1)\n\n- x\n- y")
    assert len(blocks) == 6
    text = "Un.\n\n## Deux\n\nTrois et quatre.\n\n![b](upload:1)\n\n- x\n- y"
    parts = parts_of(text, None, blocks)
    assert parts == ["Un.", "## Deux", "Trois et quatre.", "", "![b](upload:1)", "- x\n- y"]
    assert taken_apart("\n\n\n\n".join(parts), blocks) == parts


def test_a_page_of_a_long_original_asks_no_more(
    client, published, lena, elena, kofi, django_assert_max_num_queries
):
    long = "\n\n".join(f"Paragraphe {number}." for number in range(80))
    correct(published, lena, long, elena)
    edition = begin_translation(published, "en", by=kofi)
    client.force_login(kofi)
    with django_assert_max_num_queries(20):
        page = client.get(edition.edit_url).content.decode()
    assert page.count('name="part"') == 80
    assert len(beside(edition.story.original().shown, edition.current.parts)) == 80


def test_what_is_sent_again_after_it_was_approved_waits_for_a_reader(approved, anna, kofi):
    edition = save_text(approved, Words("A week", "Five days.", "Another text."), by=kofi)
    submit_translation(edition, by=kofi)
    assert [one.pk for one in translations_to_approve(reader_of(anna))] == [edition.pk]


def test_who_saved_something_while_they_approved_is_no_second_reader(english, anna, kofi):
    """The rule was asked before; by the time of the approval it is their own text too."""
    save_text(english, Words("My week", "Five days.", "My text."), by=anna)
    with pytest.raises(ValidationError) as told:
        approve_translation(english, by=anna, seen=3)
    assert told.value.code == "own"
