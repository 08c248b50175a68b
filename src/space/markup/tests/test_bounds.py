import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from space.markup import LONGEST, render, tidy
from space.markup.cleaning import sanitized
from space.markup.tests.looking import harm_in, own_payloads
from space.testing.working import lines_run

SIGNS = st.sampled_from(
    [
        *"*_`~[]()!<>#@|\\&;:/-+=\"' \n\t1aT",
        *("[[", "]]", "@a b", "https://", "<b>", "</a>", "<a href=", "<img src=", "<h1>", "> ", "- ", "```"),
        *("T123", "ש", "字", "&#x202e;", "\u202e", "upload:x", "e\u0301", "javascript:"),
    ]
)
MARKUP = st.lists(SIGNS, max_size=60).map("".join)

WEARISOME = [
    *(
        "[",
        "![",
        "[[",
        "[[a",
        "*a_",
        "**a *a ",
        ">",
        "> ",
        "`a``",
        "[a](",
        "<",
        "<a ",
        "<!--",
        "&",
        "@",
        "@a ",
    ),
    *(
        "@字",
        "https://",
        "http:",
        "~~a",
        "- ",
        "* a\n",
        "<b>",
        "<div>",
        "<table>",
        "<i><b>",
        "<a href=x>",
        "|",
    ),
    *(
        "|\n",
        "a|b\n",
        "T123 ",
        "\\",
        "#\n",
        '"',
        "<?",
        "<![CDATA[",
        "<blockquote>",
        "<svg><g>",
        "<img src=x>",
    ),
    *("[a]: /b\n", "***", "\t", "\x00", "\ud800", "a\u0300", "ש a ", "<b a='", "<a href='http:x' title='>'>"),
    "> @A, [#3](/discuss/t/a/1/2):\n",
]

DEEP = [
    "\n".join("  " * depth + "- a" for depth in range(170)),
    "\n".join(">" * depth + " a" for depth in range(240)),
    "".join("`" * n + " " for n in range(240)),
    "<i>" * 4000 + "x" + "</i>" * 4000,
    "[" * 8000 + "](a)" * 6000,
]

USUAL = "\n\n".join(["Hello **all**, see [[w:fr:Garoua]] and https://a.example/x (T123456). " * 4] * 6)

# Of a hostile text the renderer runs at most 420 lines a character, of a usual one 60. What grew with the
# square of the length would be far beyond at the longest.
MOST_LINES = 600


@settings(max_examples=400, deadline=None)
@given(MARKUP)
@example("<a><a href=x>")
def test_whatever_is_typed_comes_out_harmless(source):
    html = render(source, people=lambda names: dict.fromkeys(names, "/people/x/")).html
    assert harm_in(html) == []
    assert sanitized(html) == html


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_whatever_the_characters_rendering_never_fails(source):
    html = render(source).html
    assert html.encode().decode() == html
    assert unicodedata.is_normalized("NFC", tidy(source))
    assert tidy(tidy(source)) == tidy(source)


@settings(max_examples=200, deadline=None)
@given(MARKUP.filter(lambda text: not set("&`\\<") & set(text)))
def test_the_text_holds_no_tags(source):
    text = render(source).text
    assert "<" not in text
    assert "&lt;" not in text


@pytest.mark.parametrize("piece", WEARISOME)
def test_no_text_keeps_the_server_busy(piece):
    source = (piece * LONGEST)[:LONGEST]
    assert lines_run(lambda: render(source, people=lambda names: {})) < MOST_LINES * LONGEST


@pytest.mark.parametrize("source", DEEP)
def test_depth_is_no_way_out_either(source):
    assert lines_run(lambda: render(source)) < MOST_LINES * len(source)


def test_a_text_beyond_the_limit_is_cut():
    assert len(render("a" * 40_000).text) == LONGEST
    assert render("abcdef", longest=3).text == "abc"


def test_a_usual_text_is_little_work():
    render(USUAL)
    assert lines_run(lambda: render(USUAL)) < 100 * len(USUAL)


def test_what_is_stored_has_no_signs_that_cannot_be_seen():
    assert tidy("a\r\nb\rc\u2028d\x00\x07\u202ee\ufeff\ud800") == "a\nb\nc\nd\ufffde\ufffd"
    assert tidy("e\u0301") == "é"
    assert all(tidy(payload) for payload in own_payloads())
