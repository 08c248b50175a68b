"""CommonMark's own examples. What differs is told to writers in docs/markup.md."""

import json
import os
from pathlib import Path

import pytest

from space.markup import render
from space.markup.context import Context
from space.markup.parser import parser
from space.markup.tests.looking import harm_in

# Examples that come out otherwise, on purpose: the numbers stand in docs/markup.md too.
WIKI_LINKS = {592}
PLAIN_ADDRESSES = {604, 610, 613}


def examples():
    folder = os.environ.get("SPACE_TEST_DATA")
    if not folder:
        pytest.skip("SPACE_TEST_DATA is not set: CommonMark's examples are not there")
    return json.loads(Path(folder, "markup-safety/commonmark-spec/spec.json").read_text("utf-8"))


def same(html):
    """A line end inside an empty quote is the only freedom that is taken."""
    return html.replace("<blockquote>\n</blockquote>", "<blockquote></blockquote>")


def test_the_parser_agrees_with_commonmark_but_for_what_we_add():
    plain = parser(breaks=False)
    english = Context(language="en")
    different = {
        one["example"]
        for one in examples()
        if same(plain.render(one["markdown"], english.as_env())) != same(one["html"])
    }
    assert different == WIKI_LINKS | PLAIN_ADDRESSES


def test_the_examples_that_differ_are_told_to_writers():
    told = Path(__file__).parents[4].joinpath("docs/markup.md").read_text("utf-8")
    for number in WIKI_LINKS | PLAIN_ADDRESSES:
        assert str(number) in told


def test_every_example_is_harmless():
    for one in examples():
        assert harm_in(render(one["markdown"]).html) == [], one


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** `c` ~~d~~", '<p><em>a</em> <strong>b</strong> <code dir="ltr">c</code> <s>d</s></p>\n'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("a\nb", "<p>a<br>\nb</p>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a \\* b &amp; &copy;", "<p>a * b &amp; ©</p>\n"),
        ("[a](/b 'c')", '<p><a href="/b" title="c">a</a></p>\n'),
    ],
)
def test_plain_markdown_is_what_people_expect(markdown, html):
    assert render(markdown, language="en").html == html
