"""What the demo community says: ours, in many languages, and right in its details."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from space import languages
from space.languages import guess
from space.pages.demo import cast, texts

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)


@cache
def conversations() -> tuple[texts.Conversation, ...]:
    return tuple(texts.read(path) for path in sorted((cast.HERE / "topics").glob("*/*.md")))


def posts() -> Iterator[tuple[texts.Conversation, texts.Said]]:
    for conversation in conversations():
        for post in conversation.posts:
            yield conversation, post


def runs(text: str) -> set[str]:
    """Eight words in a row; sixteen characters where a script sets no spaces."""
    own = re.sub(r"(?m)^>.*$", "", text).lower()
    unspaced = "".join(UNSPACED.findall(own))
    words = re.findall(r"[^\W_]+", own)
    return {" ".join(words[n : n + 8]) for n in range(len(words) - 7)} | {
        unspaced[n : n + 16] for n in range(len(unspaced) - 15)
    }


def test_there_is_enough_to_see() -> None:
    assert len(cast.rooms()) >= 10
    assert len(cast.people()) >= 30
    assert len(conversations()) >= 40
    assert len({conversation.language for conversation in conversations()}) >= 10
    assert max(len(conversation.posts) for conversation in conversations()) > 20, (
        "one conversation has two pages"
    )


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
    assert {name for _, name in shown} == {path.stem for path in (cast.HERE / "drawings").glob("*.webp")}


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
    assert [circle.slug for circle in cast.circles()] == ["safety-circle"]


def test_time_runs_forward_also_where_hours_are_the_same() -> None:
    for conversation in conversations():
        times = [post.ago for post in conversation.posts]
        assert all(later <= earlier for earlier, later in pairwise(times)), conversation.slug
        if conversation.closing:
            assert conversation.closing.ago <= times[-1], conversation.slug
