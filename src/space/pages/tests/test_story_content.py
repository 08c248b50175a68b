"""The stories of the demo: ours, worth reading, in many languages, and right in their details."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from space import languages
from space.languages import guess
from space.pages.demo import cast, texts
from space.pages.demo import story_texts as stories
from space.pages.demo.story_texts import Edition, Stage, Story, Translation
from space.pages.tests.test_demo_content import UNSPACED, arrived, conversations, posts, runs

SPREAD = timedelta(minutes=40)


@cache
def told() -> tuple[Story, ...]:
    return tuple(stories.read(path) for path in sorted((cast.HERE / "stories").glob("*.md")))


@cache
def people() -> dict[str, cast.Person]:
    return {person.name: person for person in cast.people()}


def at(stage: Stage) -> list[Story]:
    return [story for story in told() if story.stage is stage]


def translations() -> list[tuple[Story, Translation]]:
    return [(story, translation) for story in told() for translation in story.translations]


def said() -> Iterator[tuple[str, str, timedelta, str, str]]:
    """All posts and notes beside stories: where, by whom, when, in which language, what."""
    for story in told():
        for post in (*story.conversation, *story.review.posts):
            yield f"{story.slug}, line {post.line}", post.author, post.ago, post.language, post.text
        for note in story.review.notes:
            yield f"{story.slug}, line {note.line}", note.by, note.ago, note.language, note.text


def length(edition: Edition) -> int:
    """In words; in characters where a script sets no spaces, of which nine stand for four words."""
    words = re.sub(r"\(drawing:[a-z-]+", "", edition.text)
    return (
        len([word for word in words.split() if re.search(r"\w", word)])
        + len(UNSPACED.findall(words)) * 4 // 9
    )


def own_texts() -> Iterator[tuple[str, str]]:
    for story in told():
        for edition in story.editions:
            yield f"{story.slug} {edition.language}", f"{edition.text}\n\n{edition.summary}"
    for where, _, _, _, text in said():
        yield where, text
    for conversation, post in posts():
        yield f"{conversation.slug} {post.number}", post.text


def test_there_are_stories_of_every_stage_in_many_languages() -> None:
    stages = Counter(story.stage for story in told())
    assert len(told()) >= 16
    assert set(stages) == set(Stage)
    assert stages[Stage.PUBLISHED] >= 9
    assert stages[Stage.REVIEW] >= 2
    assert {story.is_shared for story in at(Stage.DRAFT)} == {True, False}
    assert len({story.language for story in told()}) >= 9
    assert sum(story.is_featured for story in told()) == 1
    assert sum(bool(story.corrections) for story in told()) in {1, 2}
    assert sum(bool(story.guests) for story in told()) >= 3
    assert max(len(story.authors) for story in told()) >= 3


def test_translations_are_approved_wait_and_are_being_made() -> None:
    found = [translation for _, translation in translations()]
    assert sum(bool(translation.approval) for translation in found) >= 3
    assert sum(bool(translation.ready and not translation.approval) for translation in found) == 1
    assert sum(not translation.ready for translation in found) == 1
    assert any(_is_stale(*pair) for pair in translations()), (
        "an original was corrected after it was translated"
    )
    for story, translation in translations():
        known = people()[translation.by].languages
        where = f"{story.slug} {translation.edition.language}"
        assert {story.language, translation.edition.language} <= known.keys(), where
        assert story.published, where
        assert translation.began <= story.published, where
        assert len({edition.language for edition in story.editions}) == len(story.editions), where
        if approval := translation.approval:
            assert translation.edition.language in people()[approval.by].languages, where
        if translation.ready:
            assert _shape(translation.edition) == _shape(story.original), where


def _is_stale(story: Story, translation: Translation) -> bool:
    approval = translation.approval
    return bool(approval and any(correction.ago < approval.ago for correction in story.corrections))


def _shape(edition: Edition) -> list[str]:
    """Paragraph by paragraph: a translation stands beside its original."""
    return [re.match(r"#*|[-|>!]|\d", part)[0] for part in edition.text.split("\n\n")]  # type: ignore[index]


@pytest.mark.parametrize("story", told(), ids=lambda story: story.slug)
def test_a_story_is_long_enough_and_in_its_language(story: Story) -> None:
    being_made = {id(translation.edition) for translation in story.translations if not translation.ready}
    for edition in story.editions:
        where = f"{story.slug} {edition.language}"
        assert guess(edition.text, [edition.language]).code == edition.language, where
        assert 8 <= len(edition.title) <= 120, where
        assert 40 <= len(edition.summary) <= 240, where
        assert bool(edition.alt) is bool(story.lead), where
        assert len(edition.text) < 32_000, where
        if id(edition) not in being_made:
            assert length(edition) >= 400, f"{where}: {length(edition)}"
    assert "\n## " in story.original.text, "headings outline it"


def test_nothing_is_said_twice_in_stories_or_conversations() -> None:
    seen: dict[str, str] = {}
    for where, text in own_texts():
        own = runs(text)
        twice = own & seen.keys()
        assert not twice, f"{where} says what {seen[min(twice)]} says: {min(twice)}"
        seen.update(dict.fromkeys(own, where))


def test_whoever_is_named_is_there_and_had_come_by_then() -> None:
    suspended = {name for name, person in people().items() if person.suspended}
    for story in told():
        doing = {*story.authors, *(correction.by for correction in story.corrections)}
        assert all(arrived()[name] >= story.began for name in doing), story.slug
        others = {story.reviewer} - {""} | {t.by for t in story.translations}
        others |= {note.resolved_by for note in story.review.notes} - {""}
        others |= {translation.approval.by for translation in story.translations if translation.approval}
        assert others | doing <= people().keys() - suspended, story.slug
        for post in (*story.conversation, *story.review.posts):
            reacting = {name for reaction in post.reactions for name in reaction.by}
            assert all(arrived()[name] >= post.ago for name in reacting), f"{story.slug} {post.line}"
            assert set(texts.named(post.text)) | reacting <= people().keys(), f"{story.slug} {post.line}"
            for number, words in texts.quotes(post.text):
                assert words in story.conversation[number - 1].text


def test_everybody_writes_in_a_language_that_they_write() -> None:
    for story in told():
        assert all(story.language in people()[name].languages for name in story.authors), story.slug
    for where, name, ago, language, text in said():
        assert arrived()[name] >= ago, where
        assert language in people()[name].languages, f"{where}: {name} does not write {language}"
        found = guess(text, people()[name].languages)
        assert not found.sure or found.code == language, where


def test_the_newsroom_has_a_board_and_reviewers_who_know_their_languages() -> None:
    assert sum(person.board for person in people().values()) >= 3
    for person in people().values():
        assert set(person.reviews) <= person.languages.keys(), person.name
    assert len({code for person in people().values() for code in person.reviews}) >= 9


def test_nobody_judges_or_approves_what_they_wrote() -> None:
    for story in told():
        assert story.reviewer not in story.authors, story.slug
        if reviewer := people().get(story.reviewer):
            assert reviewer.board or story.language in reviewer.reviews, story.slug
        for translation in story.translations:
            if translation.approval:
                assert translation.approval.by != translation.by
        if story.stage in {Stage.PUBLISHED, Stage.SCHEDULED}:
            assert len(story.checks) == 6, story.slug
        for correction in story.corrections:
            assert people()[correction.by].board, story.slug


def test_what_is_remarked_on_stands_in_the_original() -> None:
    notes = [(story, note) for story in told() for note in story.review.notes]
    assert len(notes) >= 12
    assert {bool(note.resolved) for _, note in notes} == {True, False}
    for story, note in notes:
        text = story.original.text
        assert len(note.passage) <= 500
        assert text.count(note.passage) == 1, f"{story.slug}, line {note.line}: {note.passage}"


def test_time_runs_forward() -> None:
    for story in told():
        steps = [story.began, story.submitted, story.published or (story.decision and story.decision.ago)]
        known = [step for step in steps if step]
        assert all(later < earlier - SPREAD for earlier, later in pairwise(known)), story.slug
        for talk in (story.conversation, story.review.posts):
            assert all(later.ago < earlier.ago - SPREAD for earlier, later in pairwise(talk)), story.slug
        if story.conversation:
            assert story.published
            assert story.conversation[0].ago < story.published - SPREAD, story.slug
        first = story.submitted or story.began
        beside = [*story.review.posts, *story.review.notes]
        assert all(one.ago < first for one in beside), story.slug
        if story.published:
            assert all(one.ago > story.published for one in beside), story.slug
            assert all(correction.ago < story.published for correction in story.corrections), story.slug
        assert all(note.resolved < note.ago for note in story.review.notes if note.resolved), story.slug


def test_published_stories_are_spread_over_three_months_and_talked_about() -> None:
    published = [story.published for story in told() if story.published]
    assert min(published) < timedelta(days=8)
    assert timedelta(days=75) < max(published) < timedelta(days=92)
    for story in at(Stage.PUBLISHED):
        assert 2 <= len(story.conversation) <= 9, story.slug
        assert len({post.language for post in story.conversation}) >= 2, story.slug
    for story in at(Stage.REVIEW):
        assert story.review.posts
        assert story.review.notes


def test_every_picture_is_told_in_words_and_credited() -> None:
    credits = stories.credits_of(cast.HERE / "drawings")
    shown = {story.lead for story in told() if story.lead}
    leads = [story.lead for story in told() if story.lead]
    assert len(leads) == len(set(leads))
    for story in told():
        names = [sorted(p.name for p in stories.pictures(e.text)) for e in story.editions]
        shown |= set(names[0])
        assert all(name in names[0] for found in names for name in found), story.slug
        for edition in story.editions:
            assert edition.text.count("](drawing:") == len(stories.pictures(edition.text)), story.slug
            assert len(edition.alt) > 20 or not story.lead, story.slug
            for picture in stories.pictures(edition.text):
                assert len(picture.alt) > 20, f"{story.slug}: {picture.name}"
                assert picture.caption, f"{story.slug}: {picture.name}"
    assert shown == credits.keys()
    for name, credit in credits.items():
        picture = cast.HERE / "drawings" / f"{name}.webp"
        assert picture.with_suffix(".svg").exists(), name
        assert picture.stat().st_size < 60_000, name
        assert credit.licence in {"CC BY-SA 4.0", "CC BY 4.0", "CC0"}, name
        assert date.fromisoformat(credit.taken)
        assert languages.known(credit.language)


def test_cards_name_conversations_that_everybody_may_read() -> None:
    closed = {room.slug for room in cast.rooms() if room.kind == "closed"}
    there = {(one.room, one.slug) for one in conversations() if one.room not in closed}
    found = {card for story in told() for e in story.editions for card in stories.cards(e.text)}
    assert len(found) >= 3
    assert found <= there


def test_tags_are_few_and_some_are_of_the_conversations() -> None:
    known = {tag for one in conversations() for tag in one.tags}
    for story in told():
        assert 1 <= len(story.tags) <= 5, story.slug
    shared = [story for story in told() if known & set(story.tags)]
    assert len(shared) >= 12


def test_stories_are_nfc_and_french_keeps_its_marks_on_the_line() -> None:
    for story in told():
        assert unicodedata.is_normalized("NFC", story.path.read_text()), story.slug
    french = [(f"{s.slug} {e.language}", e.text) for s in told() for e in s.editions if e.language == "fr"]
    french += [(where, text) for where, _, _, language, text in said() if language == "fr"]
    for where, text in french:
        loose = re.search(r"\w [;!?]| :\s|« | »", text)
        assert not loose, f"{where}: {loose}"
