from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from space.markup.changes import Both, is_clean, joined, merge
from space.markup.changes.merging import paragraphs
from space.markup.tests.test_comparing import WEARISOME
from space.testing.working import lines_run

BASE = "We meet on Saturday.\n\nBring a camera.\n\nThe mill is open until six."

PARAGRAPH = st.sampled_from(
    [
        "one",
        "two words",
        "three words here",
        "- a",
        "- b\n- c",
        "> said",
        "```\na\n\nb\n```",
        "| a | b |",
        "字が",
        "one",
    ]
)
TEXT = st.lists(PARAGRAPH, max_size=6).map("\n\n".join)


@st.composite
def edits(draw):
    """A text, and what two people made of it: kept, changed, taken out, put in."""
    base = draw(st.lists(PARAGRAPH, min_size=1, max_size=6))
    sides = []
    for who in ("mine", "theirs"):
        side = []
        for place, piece in enumerate(base):
            fate = draw(st.sampled_from(["keep", "keep", "keep", "change", "cut", "add"]))
            side += [f"new {who} {place}"] if fate == "add" else []
            side += {"change": [f"{piece} {who}"], "cut": []}.get(fate, [piece])
        sides.append("\n\n".join(side))
    return "\n\n".join(base), *sides


def said(text):
    return [piece.text for piece in paragraphs(text)]


def texts_of(piece):
    return (piece.theirs, piece.mine) if isinstance(piece, Both) else (piece.text,)


def merged(mine, theirs, base=BASE):
    pieces = merge(base, mine, theirs)
    return joined(pieces) if is_clean(pieces) else [piece for piece in pieces if isinstance(piece, Both)]


def test_changes_of_different_paragraphs_come_together():
    mine = BASE.replace("Saturday", "Sunday")
    theirs = BASE.replace("six", "seven")
    assert merged(mine, theirs) == BASE.replace("Saturday", "Sunday").replace("six", "seven")


def test_changes_of_neighbours_come_together_too():
    mine = BASE.replace("Saturday", "Sunday")
    theirs = BASE.replace("a camera", "two cameras")
    assert merged(mine, theirs) == BASE.replace("Saturday", "Sunday").replace("a camera", "two cameras")


def test_who_adds_beside_what_the_other_changes_is_heard():
    mine = BASE.replace("Bring a camera.", "Bring a camera.\n\nAnd a friend.")
    theirs = BASE.replace("a camera", "two cameras")
    assert merged(mine, theirs) == BASE.replace("a camera.", "two cameras.\n\nAnd a friend.")


def test_both_add_at_the_end_and_both_stay():
    assert merged(f"{BASE}\n\nI come.", f"{BASE}\n\nMe too.") == f"{BASE}\n\nMe too.\n\nI come."


def test_two_people_put_themselves_on_a_list():
    base = "Who comes:\n\n- Lena\n- Kofi"
    assert merged(f"{base}\n- Rosa", f"{base}\n- Amina", base) == f"{base}\n- Amina\n- Rosa"


def test_rows_of_a_table_are_changed_by_different_people():
    base = "| who | what |\n|---|---|\n| Lena | tea |\n| Kofi | bread |"
    mine, theirs = base.replace("tea", "coffee"), base.replace("bread", "cake")
    assert merged(mine, theirs, base) == base.replace("tea", "coffee").replace("bread", "cake")


def test_one_paragraph_changed_by_both_stays_in_both_versions():
    mine, theirs = BASE.replace("Saturday", "Sunday"), BASE.replace("Saturday", "Monday")
    assert merged(mine, theirs) == [Both("We meet on Monday.", "We meet on Sunday.")]


def test_what_one_takes_out_while_the_other_changes_it_is_not_lost():
    mine, theirs = BASE.replace("\n\nBring a camera.", ""), BASE.replace("a camera", "two cameras")
    assert merged(mine, theirs) == [Both("Bring two cameras.", "")]
    assert merged(theirs, mine) == [Both("", "Bring two cameras.")]


def test_empty_lines_in_code_part_nothing():
    code = "Like this:\n\n```py\na = 1\n\nb = 2\n```\n\nEnd."
    assert said(code) == ["Like this:", "```py\na = 1\n\nb = 2\n```", "End."]


def test_without_the_text_that_both_began_from_all_that_differs_stays():
    pieces = merge(None, "Same.\n\nMine here.\n\nAdded.", "Same.\n\nTheirs here.")
    assert [piece for piece in pieces if isinstance(piece, Both)] == [
        Both("Theirs here.", "Mine here."),
        Both("", "Added."),
    ]


@settings(max_examples=400, deadline=None)
@given(edits())
def test_no_paragraph_goes_that_nobody_replaced_or_took_out(texts):
    base, mine, theirs = texts
    pieces = merge(base, mine, theirs)
    left = {text for piece in pieces for text in texts_of(piece)}
    assert {*said(mine), *said(theirs)} - {*said(base)} <= left
    once = [{text for text, times in Counter(said(side)).items() if times == 1} for side in texts]
    assert set.intersection(*once) <= left


@settings(max_examples=300, deadline=None)
@given(edits())
def test_merging_is_the_same_every_time_and_alike_edits_are_one(texts):
    base, mine, theirs = texts
    assert merge(base, mine, theirs) == merge(base, mine, theirs)
    alike = merge(base, mine, mine)
    assert is_clean(alike)
    assert joined(alike) == joined(paragraphs(mine))


@settings(max_examples=300, deadline=None)
@given(edits())
def test_who_changed_nothing_takes_what_the_other_wrote(texts):
    base, mine, _ = texts
    for pieces in (merge(base, mine, base), merge(base, base, mine)):
        assert is_clean(pieces)
        assert joined(pieces) == joined(paragraphs(mine))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_without_a_base_nothing_of_either_is_lost(mine, theirs):
    pieces = merge(None, mine, theirs)
    for side, place in ((theirs, 0), (mine, -1)):
        told = [texts_of(piece)[place] for piece in pieces]
        assert [text for text in told if text] == said(side)


@pytest.mark.parametrize("name", WEARISOME)
def test_no_texts_keep_the_server_busy(name):
    mine, theirs = WEARISOME[name]
    assert lines_run(lambda: merge(mine[:9000] + theirs[:9000], mine, theirs)) < 3_000_000
