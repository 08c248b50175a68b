import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.archives.mail.rendering import SHOWN_LENGTH, render_mail
from space.archives.tests.reading_samples import patient
from space.markup.cleaning import sanitized

ALLOWED = {
    "p": {"class"},
    "small": set(),
    "br": set(),
    "pre": {"dir"},
    "a": {"href", "rel"},
    "blockquote": set(),
    "details": set(),
    "summary": set(),
}


def html(text: str) -> str:
    return render_mail(text)[0]


class Checker(HTMLParser):
    """Fails on anything that the renderer does not mean to write."""

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ALLOWED[tag], name
            if name == "href":
                assert re.match(r"https?://", value), value

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def test_lines_that_a_program_broke_flow_and_lines_that_a_person_broke_stay():
    prose = "This sentence was broken by a mail program at some column\nof its own choosing.\n\nOne\nTwo"
    assert html(prose) == (
        "<p>This sentence was broken by a mail program at some column of its own choosing.</p><p>One<br>Two</p>"
    )


def test_a_long_quote_is_folded_under_the_words_that_introduce_it():
    text = "On Monday, Nomsa wrote:\n> one\n> two\n> three\n\nAnd I say yes."
    assert html(text) == (
        "<details><summary>On Monday, Nomsa wrote:</summary><blockquote><p>one<br>two<br>three</p></blockquote>"
        "</details><p>And I say yes.</p>"
    )


def test_a_long_quote_without_introduction_is_folded_under_its_beginning():
    assert "<summary>one …</summary>" in html("> one\n> two\n> three")


def test_a_short_quote_is_not_folded():
    assert html("> Tea or coffee?\nTea.") == "<blockquote><p>Tea or coffee?</p></blockquote><p>Tea.</p>"


def test_quotes_within_quotes_are_not_folded_again():
    shown = html("> > > deep\n> > > deeper\n> > > deepest\n> two\n> one")
    assert shown.count("<details>") == 1
    assert shown.count("<blockquote>") == 3


def test_signature_and_footer_of_the_list_are_dimmed():
    shown = html(
        "Yes.\n\n-- \nNomsa\n_______________________________________________\nSeed mailing list\nhttps://x.example/"
    )
    assert shown.startswith('<p>Yes.</p><p class="mail-signature"><small>--<br>Nomsa<br>____')


def test_two_dashes_over_a_long_text_are_no_signature():
    assert "mail-signature" not in html("Yes.\n--\n" + "a line\n" * 30)


@pytest.mark.parametrize(
    "start", ["-----Original Message-----\nFrom: A", "From: A", "Von: A", "*De :* A", "发件人: A"]
)
def test_the_history_below_an_answer_is_folded_whole(start):
    shown = html(f"Yes.\n\n{start}\nSent: Monday\nTo: B\nSubject: tea\n\nTea?\n\nMilk?")
    assert shown.startswith("<p>Yes.</p><details><summary>")
    assert shown.endswith("<p>Tea?</p><p>Milk?</p></blockquote></details>")


def test_tables_and_code_keep_their_columns():
    assert '<pre dir="ltr">name    age\nAna      7</pre>' in html("name    age\nAna      7")
    assert '<pre dir="ltr">  x &lt;- 3</pre>' in html("  x <- 3")


def test_links_lead_out_and_end_before_the_punctuation():
    shown = html("See <https://x.example/a_(b)>, (https://x.example/c), or www.x.example.")
    assert re.findall(r'href="([^"]*)"', shown) == [
        "https://x.example/a_(b)",
        "https://x.example/c",
        "http://www.x.example",
    ]
    assert shown.count('rel="nofollow ugc noopener"') == 3


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        'https://x.example/"onmouseover="alert(1)',
        "https://x.example/<script>",
        "javascript:alert(1)",
        "> <b>quoted</b>\n> <i>x</i>\n> </blockquote></details>",
        "-- \n</small></p><h1>big",
        "On <b>Monday</b> wrote:\n> a\n> b\n> c",
        "<![CDATA[x]]><!-- -->",
        "&lt;b&gt; &amp;lt;",
    ],
)
def test_nothing_that_people_wrote_becomes_html(text):
    Checker().feed(html(text))
    shown = HTMLText.of(html(text))
    assert shown.replace(" …", "").split()[-1] in text or shown == ""


class HTMLText(HTMLParser):
    @classmethod
    def of(cls, source: str) -> str:
        reader = cls()
        reader.said = []
        reader.feed(source)
        return " ".join(reader.said)

    def handle_data(self, data):
        self.said.append(data)


_MARKS = [
    "> ",
    ">",
    "-- \n",
    "<b>",
    "</p>",
    "&",
    '"',
    "'",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "wrote:\n",
    "a b c",
    "é漢",
]
_STARTS = ["_" * 25 + "\n", "From: a\nTo: b\nDate: c\n", "-----Original Message-----\n", "https://x.example/"]
_PIECE = st.sampled_from([*_MARKS, *_STARTS])


@patient
@given(st.lists(_PIECE | st.text(max_size=20), max_size=40).map("".join))
def test_the_sanitizer_finds_nothing_to_take_away(text):
    shown = html(text)
    Checker().feed(shown)
    plain = shown.replace(' class="mail-signature"', "")
    assert re.findall(r"</?[a-z]+", sanitized(plain)) == re.findall(r"</?[a-z]+", plain)


def test_a_very_long_mail_is_cut_at_a_line_and_says_so():
    shown, is_cut = render_mail("a line of text\n" * SHOWN_LENGTH)
    assert is_cut
    assert shown.endswith("a line of text</p>")
