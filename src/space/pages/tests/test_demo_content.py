"""What the demo community says: ours, in many languages, and right in its details."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import pairwise

import pytest

from space import languages
from space.languages import guess
from space.pages.demo import cast, story_texts, texts
from space.pages.demo.times import ago

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)

REACTIONS = {"thanks", "useful", "applause", "star"}


@cache
def conversations() -> tuple[texts.Conversation, ...]:
    return tuple(texts.read(path) for path in sorted((cast.HERE / "topics").glob("*/*.md")))


def posts() -> Iterator[tuple[texts.Conversation, texts.Said]]:
    for conversation in conversations():
        for post in conversation.posts:
            yield conversation, post


@cache
def arrived() -> dict[str, timedelta]:
    """How long ago each person came."""
    return {person.name: ago(person.since) for person in cast.people()}


def staff() -> set[str]:
    """Who looks after the whole place."""
    return {person.name for person in cast.people() if person.role and not person.moderates}


def polls() -> list[texts.Poll]:
    return [told.poll for told in conversations() if told.poll]


def runs(text: str) -> set[str]:
    """Eight words in a row; sixteen characters where a script sets no spaces."""
    own = re.sub(r"(?m)^>.*$", "", text).lower()
    unspaced = "".join(UNSPACED.findall(own))
    words = re.findall(r"[^\W_]+", own)
    return {" ".join(words[n : n + 8]) for n in range(len(words) - 7)} | {
        unspaced[n : n + 16] for n in range(len(unspaced) - 15)
    }


def test_there_is_enough_to_see() -> None:
    assert len(cast.rooms()) >= 17
    assert len(cast.people()) >= 40
    assert len(conversations()) >= 100
    assert len({conversation.language for conversation in conversations()}) >= 25
    assert max(len(conversation.posts) for conversation in conversations()) > 60, (
        "one conversation has four pages"
    )
    begun = [conversation.posts[0].ago for conversation in conversations()]
    assert sum(when < timedelta(days=2) for when in begun) >= 12, "some of it is new"


def test_no_two_posts_share_a_run_of_eight_words() -> None:
    seen: dict[str, str] = {}
    for conversation, post in posts():
        where = f"{conversation.slug} {post.number}"
        for run in runs(post.text):
            assert run not in seen, f"{where} says what {seen[run]} says: {run}"
        seen.update(dict.fromkeys(runs(post.text), where))


def test_every_post_is_in_the_language_that_it_says() -> None:
    speaks = {person.name: person.languages for person in cast.people()}
    for conversation, post in posts():
        where = f"{conversation.slug} {post.number}"
        assert post.language in speaks[post.author], f"{where}: {post.author} does not write that language"
        found = guess(post.text, speaks[post.author])
        assert not found.sure or found.code == post.language, where


@pytest.mark.parametrize("conversation", conversations(), ids=lambda conversation: conversation.slug)
def test_a_conversation_says_its_language_truly(conversation: texts.Conversation) -> None:
    own = [post.text for post in conversation.posts if post.language == conversation.language]
    assert guess("\n\n".join(own), [conversation.language]).code == conversation.language
    assert conversation.room in {room.slug for room in cast.rooms()}


def test_every_language_is_known_and_every_text_is_nfc() -> None:
    for person in cast.people():
        assert all(map(languages.known, person.languages)), person.name
        assert unicodedata.is_normalized("NFC", person.name + person.about)
    for conversation in conversations():
        assert unicodedata.is_normalized("NFC", conversation.path.read_text())


def test_whoever_is_named_or_quoted_is_there_and_said_it() -> None:
    names = {person.name for person in cast.people()}
    for conversation, post in posts():
        assert set(texts.named(post.text)) | {post.author} <= names, conversation.slug
        for number, words in texts.quotes(post.text):
            assert number < post.number
            assert words in conversation.posts[number - 1].text, (
                f"{conversation.slug} {post.number} misquotes"
            )


def test_every_drawing_is_there_small_and_told_in_words() -> None:
    shown = [drawing for _, post in posts() for drawing in texts.drawings(post.text)]
    for words, name in shown:
        picture = cast.HERE / "drawings" / f"{name}.webp"
        assert len(words) > 20, f"{name} needs words for those who do not see it"
        assert picture.with_suffix(".svg").exists()
        assert picture.stat().st_size < 60_000
    of_stories = story_texts.credits_of(cast.HERE / "drawings").keys()
    assert {name for _, name in shown} | of_stories == {
        path.stem for path in (cast.HERE / "drawings").glob("*.webp")
    }


def test_french_keeps_its_marks_on_the_line() -> None:
    for conversation, post in posts():
        if post.language == "fr":
            loose = re.search(r"\w [;!?]| :\s|« | »", post.text)
            assert not loose, f"{conversation.slug} {post.number}: {loose}"


def test_somebody_holds_every_role() -> None:
    people = cast.people()
    roles = [person.role for person in people]
    assert roles.count("administrator") == 2
    assert roles.count("moderator") == 3
    assert sum(bool(person.moderates) for person in people) == 1
    assert sum(bool(person.suspended) for person in people) == 1
    assert {person.trust for person in people} == {0, 1, 2, 3, 4}
    unlisted = {circle.slug for circle in cast.circles() if not circle.listed}
    assert unlisted == {"safety-circle", "moderators-room"}
    assert len({room.group for room in cast.rooms() if room.group}) == 3


def test_pictures_of_people_are_drawings_that_are_there() -> None:
    pictures = [person.picture for person in cast.people() if person.picture]
    assert len(pictures) >= 5
    assert all((cast.HERE / "drawings" / f"{name}.webp").exists() for name in pictures)


def test_time_runs_forward_also_where_hours_are_the_same() -> None:
    for conversation in conversations():
        times = [post.ago for post in conversation.posts]
        assert all(later <= earlier for earlier, later in pairwise(times)), conversation.slug
        if conversation.closing:
            assert conversation.closing.ago <= times[-1], conversation.slug


def test_titles_and_posts_are_as_long_as_they_may_be() -> None:
    for conversation in conversations():
        was = [conversation.renaming.title] if conversation.renaming else []
        for title in [conversation.title, *was]:
            assert 8 <= len(title) <= 255, title
    assert all(2 <= len(version.text) <= 32_000 for _, post in posts() for version in post.versions)


def test_every_feature_is_shown() -> None:
    told, said = conversations(), [post for _, post in posts()]
    wikis = [post for post in said if post.is_wiki]
    deletions = [post for post in said if post.deletion]
    assert sum(conversation.is_question for conversation in told) >= 16
    assert sum(bool(conversation.answer) for conversation in told) >= 11
    assert sum(bool(conversation.renaming) for conversation in told) >= 6
    assert sum(bool(conversation.move) for conversation in told) >= 4
    assert any(conversation.retagging for conversation in told)
    assert sum(bool(conversation.closing) for conversation in told) >= 5
    assert sum(bool(conversation.pinned) for conversation in told) >= 3
    assert {conversation.pinned for conversation in told} == {"", "category", "everywhere"}
    assert len(wikis) >= 5
    assert all(len({version.by for version in post.versions}) >= 2 for post in wikis)
    assert sum(bool(post.reply_to) for post in said) >= 30
    assert {reaction.kind for post in said for reaction in post.reactions} == REACTIONS
    assert sum(len(post.bookmarks) for post in said) >= 12
    assert {post.number == 1 for post in said if post.note} == {True, False}, "in lists and in a topic"
    assert {bool(post.deletion and post.deletion.reason) for post in deletions} == {True, False}


def test_polls_of_every_way_are_shown() -> None:
    assert len(polls()) >= 7
    assert {poll.way for poll in polls()} == {"single", "several", "ranked"}
    assert {poll.is_secret for poll in polls()} == {True, False}
    assert {poll.results for poll in polls()} == {"always", "after voting", "after closing"}
    ends = [poll.closes_in for poll in polls() if poll.closes_in]
    assert min(ends) < timedelta() < max(ends), "one has closed and one has not"


def test_votes_name_options_and_whoever_votes_was_there() -> None:
    for conversation in conversations():
        if not (poll := conversation.poll):
            continue
        for vote in poll.votes:
            assert set(vote.choices) <= set(range(1, len(poll.options) + 1)), conversation.slug
            assert arrived()[vote.by] >= conversation.posts[0].ago, f"{conversation.slug}: {vote.by}"
            assert poll.way != "single" or len(vote.choices) == 1


def test_an_answer_is_there_and_came_after_the_question() -> None:
    for conversation in conversations():
        if answer := conversation.answer:
            post = conversation.posts[answer.number - 1]
            assert conversation.is_question
            assert post.number > 1, conversation.slug
            assert answer.ago <= post.ago <= conversation.posts[0].ago


def test_whoever_does_something_had_come_by_then() -> None:
    """Speaks, edits, reacts, keeps a bookmark. Nobody reacts to what they said, or out of a suspension."""
    suspended = {person.name for person in cast.people() if person.suspended}
    for conversation, post in posts():
        where = f"{conversation.slug} {post.number}"
        reacting = [name for reaction in post.reactions for name in reaction.by]
        keeping = [bookmark.by for bookmark in post.bookmarks]
        assert all(arrived()[version.by] >= version.ago for version in post.versions), where
        assert all(arrived()[name] >= post.ago for name in reacting + keeping), where
        assert not {post.author, *suspended} & set(reacting), where
        assert len(set(reacting)) == len(reacting), where


def test_what_needs_a_right_is_done_by_who_has_it() -> None:
    trust = {person.name: person.trust for person in cast.people()}
    for conversation, post in posts():
        others = {version.by for version in post.versions} - {post.author}
        assert others <= staff() or (post.is_wiki and min(map(trust.__getitem__, others)) >= 1)
        if post.deletion:
            assert post.deletion.by in {post.author, *staff()}, conversation.slug
    for conversation in conversations():
        asker = conversation.posts[0].author
        changes = [conversation.renaming, conversation.retagging]
        room = {person.name for person in cast.people() if conversation.room in person.moderates}
        assert {change.by for change in changes if change} <= {asker, *staff(), *room}, conversation.slug
        if move := conversation.move:
            assert move.by in staff(), conversation.slug
            assert move.room in {room.slug for room in cast.rooms()} - {conversation.room}


def test_nothing_happens_in_the_hour_of_something_else() -> None:
    """Whole hours get up to 40 minutes on top when the community is made; the order must bear that."""
    spread = timedelta(minutes=40)
    for conversation in conversations():
        for earlier, later in pairwise(conversation.posts):
            latest = earlier.ago if earlier.ago.seconds % 3600 else earlier.ago - spread
            assert later.ago < latest, f"{conversation.slug} {later.number}"
