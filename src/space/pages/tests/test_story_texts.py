"""The files of stories are read strictly: a mistake is named with its line."""

from datetime import timedelta
from pathlib import Path

import pytest

from space.pages.demo import story_texts as stories

DAY = timedelta(days=1)
HEAD = """stage: published
language: de
authors: Lena, Theo
guest: Old Ahlers
began: -20d
submitted: -16d
published: -8d 5h
tags: mills, wind
projects: commons
regions: DE, world
lead: mill
featured: yes
reviewer: Rosa
checks: scope, tone
wanted: +3d
note: Be kind.
wanted-in: fr, sw

"""
ORIGINAL = """=== de
title: Mühlen
summary: Zwei Mühlen.
alt: Eine Mühle.
caption: Die zweite.

Zwei Mühlen ![Ein Flügel|wide](drawing:wing "Der dritte")

topic:questions/stamps
"""
REST = """
=== en · Theo · -7d · Rosa · -6d
title: Mills
summary: Two mills.

Two mills.

=== sw · Kofi · -5d · ready · -4d
title: Vinu
summary: Vinu viwili.

Vinu viwili.

=== fr · Idrissa · -3d
title: Moulins
summary: Deux moulins.

Deux

=== was -5d · Lena · There are two.
title: Mühle
summary: Eine Mühle.

Eine Mühle.

=== conversation
--- Kofi · -7d · en
A mill!
--- thanks · Lena

=== review
--- Rosa · -15d · es
Bien.
--- note · Rosa · -15d · en · resolved Old Theo -14d 2h
> Zwei Mühlen
Only two?
--- Theo · -13d
Ja.
--- note · Kofi · -12d
> Mühlen
Schön.
"""


def read(tmp_path: Path, text: str) -> stories.Story:
    path = tmp_path / "mills.md"
    path.write_text(text)
    return stories.read(path)


def test_what_is_said_above_is_read(tmp_path: Path) -> None:
    story = read(tmp_path, HEAD + ORIGINAL)
    assert (story.slug, story.stage, story.language) == ("mills", stories.Stage.PUBLISHED, "de")
    assert (story.authors, story.guests) == (("Lena", "Theo"), ("Old Ahlers",))
    assert (story.began, story.submitted) == (20 * DAY, 16 * DAY)
    assert (story.published, story.wanted) == (8 * DAY + timedelta(hours=5), 3 * DAY)
    assert (story.tags, story.projects, story.regions) == (("mills", "wind"), ("commons",), ("DE", "world"))
    assert (story.lead, story.reviewer, story.checks) == ("mill", "Rosa", ("scope", "tone"))
    assert (story.note, story.wanted_in, story.is_featured) == ("Be kind.", ("fr", "sw"), True)
    assert (story.is_shared, story.decision, story.scheduled) == (True, None, None)


def test_the_original_has_its_words_and_pictures(tmp_path: Path) -> None:
    told = read(tmp_path, HEAD + ORIGINAL).original
    assert (told.title, told.summary) == ("Mühlen", "Zwei Mühlen.")
    assert (told.alt, told.caption) == ("Eine Mühle.", "Die zweite.")
    assert told.text.startswith("Zwei Mühlen ![")
    assert stories.pictures(told.text) == [stories.Picture("wing", "Ein Flügel", "Der dritte", True)]
    assert stories.cards(told.text) == [("questions", "stamps")]


def test_translations_stand_where_they_stand_and_an_earlier_version_is_kept(tmp_path: Path) -> None:
    story = read(tmp_path, HEAD + ORIGINAL + REST)
    english, swahili, french = story.translations
    assert (english.by, english.began) == ("Theo", 7 * DAY)
    assert english.approval == stories.Approval("Rosa", 6 * DAY)
    assert (swahili.ready, swahili.approval) == (4 * DAY, None)
    assert (french.ready, french.approval) == (None, None)
    assert [edition.title for edition in story.editions] == ["Mühlen", "Mills", "Vinu", "Moulins"]
    (correction,) = story.corrections
    assert (correction.by, correction.ago, correction.why) == ("Lena", 5 * DAY, "There are two.")
    assert correction.before.text == "Eine Mühle."


def test_talks_are_read_with_their_notes(tmp_path: Path) -> None:
    story = read(tmp_path, HEAD + ORIGINAL + REST)
    (said,) = story.conversation
    assert (said.author, said.language, said.reactions[0].by) == ("Kofi", "en", ("Lena",))
    assert [(post.author, post.language) for post in story.review.posts] == [("Rosa", "es"), ("Theo", "de")]
    first, second = story.review.notes
    assert (first.language, first.passage, first.text) == ("en", "Zwei Mühlen", "Only two?")
    assert (first.resolved_by, first.resolved) == ("Old Theo", timedelta(days=14, hours=2))
    assert (second.language, second.resolved, second.resolved_by) == ("de", None, "")


def without(*keys: str) -> str:
    """The head without these lines."""
    return "".join(f"{line}\n" for line in HEAD.split("\n") if line.partition(":")[0] not in keys)


def at(stage: str, *lines: str, lacks: tuple[str, ...] = ()) -> str:
    head = without("stage", "published", "featured", *lacks)
    return "\n".join([f"stage: {stage}", *lines, head, ORIGINAL])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEAD, "there is no text. The original begins with"),
        (f"{without('tags')}{ORIGINAL}", "line 1: the header lacks tags"),
        (f"tagz: mills\n{HEAD}{ORIGINAL}", "line 1: a header is one of"),
        (f"{HEAD}tags: more\n{ORIGINAL}", "line 19: tags is said once"),
        (at("read"), "line 1: stage is changes or"),
        (at("published"), "line 1: a story of the stage published needs “published”"),
        (at("scheduled"), "line 1: a story of the stage scheduled needs “scheduled”"),
        (at("scheduled", "scheduled: -2d"), "line 2: “-2d” is no time to come"),
        (at("changes", "decided: -3d"), "line 1: a story of the stage changes needs “reason”"),
        (at("review", "decided: -3d"), "line 2: a story of the stage review has no “decided”"),
        (at("review", "shared: no"), "line 2: a story of the stage review has no “shared”"),
        (at("draft", "shared: yes", lacks=("submitted",)), "line 2: shared is no, not “yes”"),
        (at("pitch"), "a story of the stage pitch has no “submitted”"),
        (at("review", "projects: wiki", lacks=("projects",)), "line 2: projects are commons, incubator"),
        (at("review", "regions: Kenya", lacks=("regions",)), "line 2: “Kenya” is no region"),
        (at("review", "checks: taste", lacks=("checks",)), "line 2: checks are credits, languages"),
        (at("review", "wanted-in: xx-none", lacks=("wanted-in",)), "line 2: “xx-none” is no language"),
        (at("review", "wanted: soon", lacks=("wanted",)), "line 2: “soon” is no time to come"),
    ],
)
def test_a_mistake_above_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    refused(tmp_path, text, complaint)


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ("=== fr\ntitle: A\nsummary: B\n\nC\n", "line 19: the original is in de"),
        ("=== de\nsummary: B\n\nC\n", "line 20: the header lacks title"),
        ("=== de\ntitle: A\nsummary: B\nC\n", "line 22: a header is one of"),
        ("=== de\ntitle: A\nsummary: B\n", "line 19: nothing stands below title"),
        ("=== conversation\n--- Kofi · -1d\nAh.\n", "line 1: there is no original"),
        (f"{ORIGINAL}{ORIGINAL}", "line 28: a story has one original"),
        (f"{ORIGINAL}=== en · Theo\ntitle: A\n", "line 28: a translation says"),
        (f"{ORIGINAL}=== en · Theo · -7d · Theo · -6d\ntitle: A\nsummary: B\n\nC\n", "Theo cannot approve"),
        (f"{ORIGINAL}=== en · Theo · -7d · Rosa · -8d\ntitle: A\nsummary: B\n\nC\n", "before it was begun"),
        (f"{ORIGINAL}=== tlh · Theo · -7d\ntitle: A\nsummary: B\n\nC\n", "line 28: “tlh” is no language"),
        (f"{ORIGINAL}=== was -2d · Theo\ntitle: A\nsummary: B\n\nC\n", "line 28: an earlier version says"),
        (f"{ORIGINAL}=== review\nAh.\n", "line 28: nobody says anything"),
        (f"{ORIGINAL}=== review\n--- note · Rosa\n> Zwei\nAh.\n", "line 29: a note begins with"),
        (
            f"{ORIGINAL}=== review\n--- note · Rosa · -2d · resolved Theo\n> Z\nAh.\n",
            "line 29: a note begins",
        ),
        (f"{ORIGINAL}=== review\n--- note · Rosa · -2d\nAh.\n", "line 29: a note has a passage"),
        (f"{ORIGINAL}=== review\n--- note · Rosa · -2d\n> Zwei\n", "line 29: a note has a passage"),
        (
            f"{ORIGINAL}=== review\n--- note · Rosa · -2d\n> Z\nAh.\n--- thanks · Theo\n",
            "line 32: a note has no reactions",
        ),
        (f"{ORIGINAL}=== conversation\n--- Kofi · soon\nAh.\n", "line 29: “soon” is no time"),
    ],
)
def test_a_mistake_in_the_parts_is_named_with_its_line(tmp_path: Path, parts: str, complaint: str) -> None:
    refused(tmp_path, HEAD + parts, complaint)


def refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(stories.DemoTextError) as problem:
        read(tmp_path, text)
    assert "mills.md, line " in str(problem.value)
    assert complaint in str(problem.value)


def test_a_credit_says_all_that_a_credit_line_needs(tmp_path: Path) -> None:
    (tmp_path / "credits.toml").write_text('[mill]\ntitle = "Mill.svg"\nauthor = "Lena"\n')
    with pytest.raises(ValueError, match=r"mill: description, language, licence, taken is missing"):
        stories.credits_of(tmp_path)
