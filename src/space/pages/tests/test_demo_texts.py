"""The files of the demo are read strictly: a mistake is named with its line."""

from datetime import timedelta
from pathlib import Path

import pytest

from space.pages.demo import cast, texts
from space.pages.demo.times import ago

HEADER = "title: About mills\nlanguage: en\n\n"
POST = "--- Lena · -3d 4h\nA mill.\n"


def read(tmp_path: Path, text: str) -> texts.Conversation:
    path = tmp_path / "mills" / "about-mills.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return texts.read(path)


def test_a_conversation_is_read_with_its_posts_edits_and_end(tmp_path: Path) -> None:
    text = HEADER.replace("\n\n", "\ntags: wind, water\nclosed: Rosa · -1d · Said: all.\n\n")
    told = read(tmp_path, f"{text}{POST}\n--- Theo · -2d · de\nZwei.\n\n--- edit · -1d 3h\nZwei Mühlen.\n")

    assert (told.room, told.slug, told.tags) == ("mills", "about-mills", ("wind", "water"))
    assert told.closing == texts.Closing("Rosa", timedelta(days=1), "Said: all.")
    first, second = told.posts
    assert (first.author, first.language, first.ago) == ("Lena", "en", timedelta(days=3, hours=4))
    assert (second.language, second.text, len(second.versions)) == ("de", "Zwei Mühlen.", 2)


QUESTION = """title: Wings
language: en
tags: mills, wings
kind: question
answer: 2 · -2d 1h
pinned: category
was: Help! · Please · -3d · Rosa
was-in: events · -2d 20h · Rosa
was-tagged: help, old · -2d 20h · Rosa
poll: How many wings?
poll-way: ranked · secret · after closing · +3d 2h
option: Four
option: Six: that is a lot
vote: Theo · 2, 1
vote: Rosa · 1

"""


def test_what_is_said_above_of_the_topic_is_read(tmp_path: Path) -> None:
    told = read(tmp_path, f"{QUESTION}{POST}\n--- Theo · -2d 3h\nFour.\n")

    assert told.is_question
    assert told.answer == texts.Acceptance(2, timedelta(days=2, hours=1))
    assert told.pinned == "category"
    assert told.renaming == texts.Renaming("Help! · Please", timedelta(days=3), "Rosa")
    assert told.move == texts.Move("events", timedelta(days=2, hours=20), "Rosa")
    assert told.retagging == texts.Retagging(("help", "old"), timedelta(days=2, hours=20), "Rosa")
    assert told.poll == texts.Poll(
        question="How many wings?",
        way="ranked",
        is_secret=True,
        results="after closing",
        closes_in=timedelta(days=3, hours=2),
        options=("Four", "Six: that is a lot"),
        votes=(texts.Vote("Theo", (2, 1)), texts.Vote("Rosa", (1,))),
    )


def test_what_is_not_said_is_not_there(tmp_path: Path) -> None:
    told = read(tmp_path, f"{HEADER}{POST}")
    assert not told.is_question
    assert not told.pinned
    assert (told.answer, told.renaming, told.move, told.retagging, told.poll) == (None,) * 5


@pytest.mark.parametrize(
    ("written", "closes_in"),
    [("", None), (" · -2d", timedelta(days=-2)), (" · +1h", timedelta(hours=1))],
)
def test_a_poll_says_when_it_closes_or_closed(
    tmp_path: Path, written: str, closes_in: timedelta | None
) -> None:
    header = HEADER.replace("\n\n", f"\npoll: Four?\npoll-way: single · open · always{written}\n")
    told = read(tmp_path, f"{header}option: Yes\noption: No\n\n{POST}")
    assert told.poll
    assert (told.poll.closes_in, told.poll.is_secret, told.poll.votes) == (closes_in, False, ())


def test_a_post_brings_what_stands_below_it(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        f"""{HEADER}{POST}
--- thanks · Theo, Rosa
--- star · Kofi
--- bookmark · Kofi · Read this · twice
--- note · -2d 4h · Lena · A fall · from a roof

--- Theo · -2d 3h · de · re 1 · wiki
Zwei.

--- edit · -2d 2h · Rosa
Zwei oder drei.

--- Kofi · -1d · re 2
Seven!
--- deleted · -20h · Kofi

--- Lena · -19h · wiki
Buy my wings.
--- deleted · -18h · Rosa · This is · no shop.
""",
    )
    first, second, third, fourth = told.posts

    assert first.reactions == (texts.Reaction("thanks", ("Theo", "Rosa")), texts.Reaction("star", ("Kofi",)))
    assert first.bookmarks == (texts.Bookmark("Kofi", "Read this · twice"),)
    assert first.note == texts.Note(timedelta(days=2, hours=4), "Lena", "A fall · from a roof")
    assert (second.language, second.reply_to, second.is_wiki) == ("de", 1, True)
    assert [(version.by, version.text) for version in second.versions] == [
        ("Theo", "Zwei."),
        ("Rosa", "Zwei oder drei."),
    ]
    assert (third.language, third.reply_to, third.is_wiki) == ("en", 2, False)
    assert third.deletion == texts.Deletion(timedelta(hours=20), "Kofi", "")
    assert (fourth.reply_to, fourth.is_wiki) == (None, True)
    assert fourth.deletion == texts.Deletion(timedelta(hours=18), "Rosa", "This is · no shop.")


def above(*lines: str, posts: str = POST) -> str:
    """A file with these lines in its header, from line 3 on."""
    return HEADER.replace("\n\n", "\n") + "".join(f"{line}\n" for line in lines) + posts


def asked(*lines: str) -> str:
    return above("poll: Four?", "poll-way: single · open · always", "option: Yes", "option: No", *lines)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER, "line 4: there is no post"),
        (f"title: Mills\n{POST}", "line 1: the header lacks language"),
        (f"titel: Mills\nlanguage: en\n{POST}", "line 1: a header is one of"),
        (above("tags:"), "line 3: a header is one of"),
        (f"{HEADER}title: Again\n{POST}", "line 4: title is said once"),
        (f"title: Mills\nlanguage: xx-none\n{POST}", "line 2: “xx-none” is no language we know"),
        (above("closed: Rosa"), "line 3: closed says who, when and why"),
        (above("closed: Rosa · soon · Enough."), "line 3: “soon” is no time"),
        (above("kind: riddle"), "line 3: kind is conversation or question, not “riddle”"),
        (above("pinned: here"), "line 3: pinned is category or everywhere"),
        (above("answer: 1 · -2d"), "line 3: only a topic with “kind: question”"),
        (above("kind: question", "answer: 2"), "line 4: answer says which post and when"),
        (above("kind: question", "answer: 2 · -2d"), "line 4: “2” is the number of no post; there are 1"),
        (above("kind: question", "answer: 1 · -2d"), "line 4: the answer is another post than the question"),
        (above("was: Wings · -2d"), "line 3: was says what it was, when"),
        (above("was-in: events · -2d · "), "line 3: was-in says what it was, when"),
        (above("was-in: events · -4d · Rosa"), "line 3: this changed before the topic was there"),
        (above("was-tagged: old · then · Rosa"), "line 3: “then” is no time"),
    ],
)
def test_a_mistake_above_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    refused(tmp_path, text, complaint)


@pytest.mark.parametrize(
    ("posts", "complaint"),
    [
        ("--- Theo · -2d\nFour.\n", "it was accepted before it was written"),
        ("--- Theo · -5d\nFour.\n", "this post is older"),
        ("--- Theo · -3d 2h\nFour.\n--- deleted · -2d · Theo\n", "is still there"),
    ],
)
def test_an_answer_has_to_be_there_before_it_is_accepted(tmp_path: Path, posts: str, complaint: str) -> None:
    refused(tmp_path, above("kind: question", "answer: 2 · -3d", posts=POST + posts), complaint)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (above("poll: Four?", "option: Yes", "option: No"), "line 3: a poll needs a “poll-way"),
        (above("option: Yes"), "line 3: “option” needs a “poll”"),
        (above("vote: Theo · 1"), "line 3: “vote” needs a “poll”"),
        (above("poll-way: single · open · always"), "line 3: “poll-way” needs a “poll”"),
        (above("poll: Four?", "poll-way: single · open · always", "option: Yes"), "line 3: a poll needs two"),
        (asked("option: No"), "line 3: a poll needs two options at least, each different"),
        (above("poll: Four?", "poll-way: single · open", "option: Yes", "option: No"), "line 4: poll-way is"),
        (
            above("poll: Four?", "poll-way: single · loud · always", "option: Yes", "option: No"),
            "line 4: poll-way is",
        ),
        (
            above("poll: Four?", "poll-way: single · open · always · now", "option: Yes", "option: No"),
            "line 4: “now” is no time",
        ),
        (
            above("poll: Four?", "poll-way: single · open · always · -4d", "option: Yes", "option: No"),
            "line 4: the poll closed before it was asked",
        ),
        (asked("vote: Theo"), "line 7: a vote says who and which"),
        (asked("vote: Theo · 3"), "line 7: “3” is the number of no option; there are 2"),
        (asked("vote: Theo · 1, 2"), "line 7: this poll lets one choose a single option"),
        (asked("vote: Theo · 1, 1"), "line 7: this vote names an option twice"),
        (asked("vote: Theo · 1", "vote: Theo · 2"), "line 8: Theo has voted already"),
    ],
)
def test_a_mistake_in_a_poll_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    refused(tmp_path, text, complaint)


@pytest.mark.parametrize(
    ("posts", "complaint"),
    [
        ("--- Lena\nA mill.\n", "line 4: a post begins with"),
        ("--- Lena · yesterday\nA mill.\n", "line 4: “yesterday” is no time"),
        ("--- Lena · -3d · klingonisch\nA mill.\n", "line 4: “klingonisch” is no language"),
        ("--- Lena · -3d · de · fr\nA mill.\n", "line 4: a post begins with"),
        ("--- Lena · -3d · wiki · de\nA mill.\n", "line 4: a post begins with"),
        ("--- Lena · -3d · re 1\nA mill.\n", "line 4: “1” is the number of no earlier post"),
        (f"{POST}--- Theo · -3d · re two\nA mill.\n", "line 6: “two” is the number of no earlier post"),
        (f"--- Lena · -3d\n\n{POST}", "line 4: nothing stands below"),
        (f"{POST}--- Theo · -5d\nEarlier.\n", "line 6: this post is older"),
        ("--- edit · -3d\nA mill.\n", "line 4: “edit” stands below the post"),
        (f"{POST}--- edit · -9d\nA mill.\n", "line 6: this edit is older"),
        (f"{POST}--- edit · -1d · Rosa · now\nA mill.\n", "line 6: an edit begins with"),
        ("--- thanks · Theo\n", "line 4: “thanks” stands below the post"),
        (f"{POST}--- thanks\n", "line 6: a reaction says whose it is"),
        (f"{POST}--- thanks · Theo\nIndeed.\n", "line 6: “thanks” has no text below it"),
        (f"{POST}--- thanks · Theo,, Rosa\n", "line 6: “Theo,, Rosa” should be names"),
        (f"{POST}--- thanks · Theo, Theo\n", "line 6: “Theo, Theo” should be names"),
        (f"{POST}--- thanks · Theo, Lena\n", "line 6: Lena wrote this and cannot react"),
        (f"{POST}--- thanks · Theo\n--- star · Theo\n", "line 7: each kind stands once"),
        (f"{POST}--- thanks · Theo\n--- thanks · Rosa\n", "line 7: each kind stands once"),
        (f"{POST}--- bookmark · Theo\n", "line 6: a bookmark says whose it is and why"),
        (f"{POST}--- bookmark · Theo · A\n--- bookmark · Theo · B\n", "line 7: Theo has a bookmark"),
        (f"{POST}--- note · -1d · Lena\n", "line 6: a post has one content note"),
        (f"{POST}--- note · -4d · Lena · A fall\n", "line 6: this note is older than its post"),
        (f"{POST}--- deleted · -1d · Lena\n", "line 6: a post below the first is deleted"),
        (f"{POST}{POST}--- deleted · -1d\n", "line 8: a post below the first is deleted"),
        (f"{POST}{POST}--- deleted · -4d · Lena\n", "line 8: it was deleted before it was written"),
        (f"{POST}{POST}--- deleted · -1d · Lena · Oh.\n", "line 8: an author deletes without a reason"),
        (f"{POST}{POST}--- deleted · -1d · Theo\n", "line 8: an author deletes without a reason"),
        (f"{POST}{POST}--- deleted · -1d · Lena\n--- edit · -1h\nNo.\n", "line 9: this post was deleted"),
    ],
)
def test_a_mistake_in_the_posts_is_named_with_its_line(tmp_path: Path, posts: str, complaint: str) -> None:
    refused(tmp_path, HEADER + posts, complaint)


def refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(texts.DemoTextError) as problem:
        read(tmp_path, text)
    assert "about-mills.md, line " in str(problem.value)
    assert complaint in str(problem.value)


@pytest.mark.parametrize("text", ["3d", "-", "-d", "-3", "-4h 3d", "--3d", "-3d  4h", "-1.5d"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        ago(text)


def test_times_count_back_in_days_hours_and_minutes() -> None:
    assert ago("-3d 4h 5m") == timedelta(days=3, hours=4, minutes=5)
    assert ago("-40m") == timedelta(minutes=40)


def test_a_person_with_a_misspelt_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text('[[person]]\nname = "Lena"\nlanguags = {}\n')
    with pytest.raises(ValueError, match=r"person 1 .Lena.: “languags” is not known, “about” is missing"):
        cast.people(tmp_path)
