import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from space.markup import LONGEST, render
from space.markup.changes import Fate, compare, compare_lines, words_changed
from space.markup.changes.words import words_of
from space.markup.cleaning import sanitized
from space.markup.reading import text_of
from space.markup.tests.looking import elements, harm_in, own_payloads
from space.testing.working import lines_run

FEW = st.lists(st.sampled_from(["a", "b", "c ", "\n", "\n\n", "- ", "*", "字", "&", "[x](/y)"]), max_size=25)
TEXT = FEW.map("".join)


def compared(before, after, language="en"):
    old, new = render(before, language=language).html, render(after, language=language).html
    return compare(old, new).replace("\n", "")


def without(tag, html):
    return re.sub(f"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)


def bare(html):
    """What is read, without white space: a block that went or came brings its own line breaks."""
    return "".join(text_of(re.sub("</?(?:ins|del)>", "", html)).split())


def test_a_word_that_changed_is_marked_where_it_stands():
    assert compared("It opens **once** a week.", "It opens **twice** a week.") == (
        "<p>It opens <strong><del>once</del><ins>twice</ins></strong> a week.</p>"
    )


def test_words_beside_each_other_change_as_one():
    assert compared("We meet at the old mill.", "We meet in our new house.") == (
        "<p>We meet <del>at the old mill</del><ins>in our new house</ins>.</p>"
    )


def test_a_new_paragraph_leaves_the_others_alone():
    assert compared("One.\n\nThree.", "One.\n\nTwo of them.\n\nThree.") == (
        "<p>One.</p><p><ins>Two of them.</ins></p><p>Three.</p>"
    )


def test_a_point_of_a_list_goes_and_the_list_stays_one():
    assert compared("- bread\n- salt\n- tea", "- bread\n- tea") == (
        "<ul><li>bread</li><li><del>salt</del></li><li>tea</li></ul>"
    )


def test_where_a_link_leads_and_what_stands_out_are_changes_too():
    assert compared("See [the map](/a).", "See [the map](/b).") == (
        '<p>See <a href="/a"><del>the map</del></a><a href="/b"><ins>the map</ins></a>.</p>'
    )
    assert "<del>now</del><strong><ins>now</ins></strong>" in compared("Come now.", "Come **now**.")


def test_a_picture_comes_and_goes():
    html = compared("Here.", "Here.\n\n![The map](/uploads/1/map.png)")
    assert '<ins><img loading="lazy" src="/uploads/1/map.png" alt="The map"></ins>' in html


def test_scripts_without_spaces_are_compared_by_character():
    assert (
        compared("会は土曜日です。", "会は日曜日です。", "ja")
        == "<p>会は<del>土</del><ins>日</ins>曜日です。</p>"
    )
    assert compared("ไปวันจันทร์", "ไปวันศุกร์").count("<del>") <= 2


def test_no_character_is_cut_into_its_parts():
    assert words_of("हिन्दी में é") == ["हिन्दी", " ", "में", " ", "é"]
    assert words_of("กำลังที่") == ["ก", "ำ", "ลั", "ง", "ที่"]
    assert words_of("👩‍🔬!") == ["👩‍", "🔬", "!"] or "".join(words_of("👩‍🔬!")) == "👩‍🔬!"


def test_right_to_left_text_keeps_its_direction():
    html = compare('<p dir="rtl">الفهرس صندوق</p>', '<p dir="rtl">الفهرس دفتر</p>')
    assert html == '<p dir="rtl">الفهرس <del>صندوق</del><ins>دفتر</ins></p>'


def test_what_a_writer_marked_as_new_is_not_taken_for_a_change():
    html = compare("<p><ins>a</ins> <del>b</del></p>", "<p><ins>a</ins> <del>b</del> c</p>")
    assert html == "<p><u>a</u> <s>b</s><ins> c</ins></p>"


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_without_what_came_it_is_the_old_text_and_without_what_went_the_new(before, after):
    old, new = render(before).html, render(after).html
    both = compare(old, new)
    assert bare(without("ins", both)) == bare(old)
    assert bare(without("del", both)) == bare(new)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_a_text_compared_with_itself_shows_no_change(text):
    assert not {"ins", "del"} & {tag for tag, _ in elements(compare(render(text).html, render(text).html))}
    assert all(line.fate in {Fate.SAME, Fate.SKIPPED} for line in compare_lines(text, text))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_lines_tell_both_sources(before, after):
    lines = [line for line in compare_lines(before, after) if line.fate != Fate.SKIPPED]
    said = {
        fate: ["".join(text for text, _ in line.pieces) for line in lines if line.fate == fate]
        for fate in Fate
    }
    assert set(said[Fate.GONE]) <= set(before.split("\n"))
    assert set(said[Fate.NEW]) <= set(after.split("\n"))
    assert (before == after) == (not said[Fate.GONE] and not said[Fate.NEW])


def test_a_line_that_changed_tells_its_words():
    gone, new = compare_lines("One.\nThe box is red.\nThree.", "One.\nThe box is blue.\nThree.")[1:3]
    assert gone.pieces == (("The box is ", False), ("red", True), (".", False))
    assert new.pieces == (("The box is ", False), ("blue", True), (".", False))


def test_long_stretches_that_stayed_are_left_out():
    before = "\n".join(f"Line {n}" for n in range(100))
    lines = compare_lines(before, before.replace("Line 50", "Fifty"))
    assert [line.fate.value for line in lines] == [
        "skipped",
        *["same"] * 2,
        "gone",
        "new",
        *["same"] * 2,
        "skipped",
    ]
    assert (lines[0].skipped, lines[-1].skipped) == (48, 47)


def test_titles_are_compared_by_words():
    gone, new = words_changed("A map of Garoua", "A plan of Garoua")
    assert (gone.pieces[1], new.pieces[1]) == (("map", True), ("plan", True))


@pytest.mark.parametrize("payload", own_payloads())
def test_no_harm_survives_a_comparison(payload):
    other = "Some words.\n\n- a\n- b\n\n<b>x</b>"
    for before, after in [(payload, other), (other, payload), (payload, f"{payload} {other}")]:
        html = compare(render(before).html, render(after).html)
        assert harm_in(html) == []
        assert sanitized(html) == html


def long(*pieces, seed=1):
    chance = Random(seed)
    return "".join(chance.choice(pieces) for _ in range(LONGEST))[:LONGEST]


WEARISOME = {
    "two words": (long("a "), long("b ", "a ")),
    "few words": (long(*(f"w{n} " for n in range(100))), long(*(f"w{n} " for n in range(100)), seed=2)),
    "many words": (long(*(f"w{n} " for n in range(900))), long(*(f"w{n} " for n in range(900)), seed=2)),
    "one character": ("字" * LONGEST, "字" * (LONGEST - 1) + "文"),
    "two characters": (long("字", "文"), long("字", "文", seed=2)),
    "lines": ("a\n" * 16000, "b\n" * 16000),
    "paragraphs": (long("a x\n\n", "b\n\n"), long("a y\n\n", "b\n\n", seed=2)),
    "paragraphs with landmarks": (
        "".join(f"{n}\n\n{long('x ', 'y ')[:60]}\n\n" for n in range(400)),
        "".join(f"{n}\n\n{long('x ', 'y ', seed=2)[:60]}\n\n" for n in range(400)),
    ),
    "a list": (long("- a b\n", "- c\n"), long("- a c\n", "- c\n", seed=2)),
    "a table": ("|a|b|\n|-|-|\n" + "|a b|c|\n" * 3500, "|a|b|\n|-|-|\n" + "|a x|c|\n" * 3500),
    "signs": ("&" * LONGEST, "<" * LONGEST),
    "deep": ("<b>" * 5000 + "x", "<i>" * 5000 + "y"),
    "nested": ("> " * 90 + "x " * 9000, "> " * 90 + "y " * 9000),
    "marks": (long("*a* ", "**b** "), long("*a* ", "**b** ", seed=2)),
}


@pytest.mark.parametrize("name", WEARISOME)
def test_no_two_texts_keep_the_server_busy(name):
    before, after = WEARISOME[name]
    old, new = render(before).html, render(after).html
    # 12,600,000 for the worst of them; what looks at each word beside each other one needs many times more.
    assert lines_run(lambda: (compare(old, new), compare_lines(before, after))) < 20_000_000
