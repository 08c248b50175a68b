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


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER, "line 4: there is no post"),
        (f"title: Mills\n{POST}", "line 1: the header lacks language"),
        (f"titel: Mills\nlanguage: en\n{POST}", "line 1: a header is one of"),
        (f"{HEADER}title: Again\n{POST}", "line 4: a header is one of"),
        (f"title: Mills\nlanguage: xx-none\n{POST}", "line 1: “xx-none” is no language we know"),
        (f"{HEADER}--- Lena\nA mill.\n", "line 4: a post begins with"),
        (f"{HEADER}--- Lena · yesterday\nA mill.\n", "line 4: “yesterday” is no time"),
        (f"{HEADER}--- Lena · -3d · klingonisch\nA mill.\n", "line 4: “klingonisch” is no language"),
        (f"{HEADER}--- Lena · -3d\n\n{POST}", "line 4: nothing stands below"),
        (f"{HEADER}{POST}--- Theo · -5d\nEarlier.\n", "line 6: this post is older"),
        (f"{HEADER}--- edit · -3d\nA mill.\n", "line 4: an edit stands below its post"),
        (f"{HEADER}{POST}--- edit · -9d\nA mill.\n", "line 6: this edit is older"),
        (f"title: Mills\nlanguage: en\nclosed: Rosa\n{POST}", "line 1: closed says who, when and why"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(texts.DemoTextError) as refused:
        read(tmp_path, text)
    assert complaint in str(refused.value)


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
