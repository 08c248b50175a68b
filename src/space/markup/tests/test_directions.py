import pytest

from space.markup import render
from space.markup.tests.looking import elements

ARABIC = "مرحبا بكم في Wikimedia"


def directions(source, language):
    return [
        (tag, attributes.get("dir")) for tag, attributes in elements(render(source, language=language).html)
    ]


@pytest.mark.parametrize(
    ("source", "language", "found"),
    [
        (ARABIC, "ar", None),
        ("Wikimedia: " + ARABIC, "fa", None),
        (ARABIC, "en", "rtl"),
        ("Hello", "en", None),
        ("Hello", "ar", "ltr"),
        ("He said شكرا and left the room", "en", None),
        ("123", "ar", None),
        (ARABIC, "", "rtl"),
        ("Hello", "", "ltr"),
        ("https://en.wikipedia.org/wiki/Hello", "ar", None),
    ],
)
def test_a_paragraph_says_its_direction_only_where_it_differs(source, language, found):
    assert directions(source, language)[0] == ("p", found)


def test_a_list_turns_as_a_whole():
    assert directions(f"- {ARABIC}\n- {ARABIC}\n- Hello there", "en") == [
        ("ul", "rtl"), ("li", None), ("li", None), ("li", "ltr"),
    ]  # fmt: skip


def test_code_runs_from_left_to_right_everywhere():
    assert directions("`a`\n\n    b", "ar")[1:] == [("code", "ltr"), ("pre", "ltr"), ("code", "ltr")]
