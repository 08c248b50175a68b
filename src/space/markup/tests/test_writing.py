import pytest

from space.markup import File, Quote, quotation, render
from space.markup.cleaning import sanitized
from space.markup.layout import laid_out
from space.markup.tests.looking import elements

PEOPLE = {
    "Amina@local": "/people/Amina@local/",
    "María José": "/people/María_José/",
    "María": "/people/María/",
    "李明": "/people/李明/",
    "ਗੁਰਪ੍ਰੀਤ ਕੌਰ": "/people/g/",
    "Rosa (WMF)": "/people/r/",
    "J. R. Okello": "/people/j/",
    "M" * 85 + "@local": "/people/m/",
}


def here(names):
    return {name: PEOPLE[name] for name in names & PEOPLE.keys()}


def mentions(text):
    return render(text, people=here).mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Amina@local hello", ("Amina@local",)),
        ("Thank you, @María José!", ("María José",)),
        ("@María came", ("María",)),
        ("@María_José", ("María José",)),
        ("@maría josé", ("María",)),
        ("@maría", ("María",)),
        ("@rosa (WMF)", ("Rosa (WMF)",)),
        ("@" + "M" * 85 + "@local", ("M" * 85 + "@local",)),
        ("你好@李明今天", ("李明",)),
        ("ਸਤ ਸ੍ਰੀ ਅਕਾਲ @ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਜੀ", ("ਗੁਰਪ੍ਰੀਤ ਕੌਰ",)),
        ("(@Rosa (WMF))", ("Rosa (WMF)",)),
        ("@J. R. Okello's idea, *@María*, @María", ("J. R. Okello", "María")),
        ("@Amina@local.", ("Amina@local",)),
        ("@Nobody Known", ()),
        ("mail amina@María.example or x@María", ()),
        ("`@María` and \\@María and [@María](/x)", ()),
        ("https://a.example/@María", ()),
        ("    @María", ()),
        ("> @María said", ()),
        ("@ María @\nMaría", ()),
    ],
)
def test_people_are_named_by_their_whole_names_in_any_script(text, names):
    assert mentions(text) == names


def test_a_mention_leads_to_the_person():
    html = render("@Amina@local", people=here, language="en").html
    assert html == '<p><a class="mention" dir="auto" href="/people/Amina@local/">@Amina@local</a></p>\n'


def test_people_are_asked_for_once_whatever_the_text():
    calls = []
    render("@A b c d e f g @B\n\n- @C\n\n> @D", people=lambda names: calls.append(names) or {})
    assert len(calls) == 1
    assert {"A", "A b", "A b c d e", "B", "C", "D"} <= calls[0]
    assert "A b c d e f" not in calls[0]


def test_a_text_without_an_at_asks_for_nobody():
    assert render("Hello", people=lambda names: pytest.fail("asked"), language="en").html == "<p>Hello</p>\n"


def test_a_text_full_of_ats_asks_for_a_bounded_number_of_names():
    asked = []
    render("@a b c d e. " * 2500, people=lambda names: asked.extend(names) or {})
    render("".join(f"@a{n} b c d e " for n in range(900)), people=lambda names: asked.extend(names) or {})
    assert 0 < len(asked) < 1100


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("[[w:fr:Cameroun]]", "https://fr.wikipedia.org/wiki/Cameroun", "w:fr:Cameroun"),
        ("[[:fr:Cameroun|le pays]]", "https://fr.wikipedia.org/wiki/Cameroun", "le pays"),
        ("[[w:fr:Lac (eau)|]]", "https://fr.wikipedia.org/wiki/Lac_(eau)", "Lac"),
        ("see T234567.", "https://phabricator.wikimedia.org/T234567", "T234567"),
        ("https://a.example/b_c_(d).", "https://a.example/b_c_(d)", "https://a.example/b_c_(d)"),
        ("(https://a.example/__b__)", "https://a.example/__b__", "https://a.example/__b__"),
        ("**https://a.example/x**", "https://a.example/x", "https://a.example/x"),
        ("见https://a.example/x。", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/%E6%9D%8E", "https://a.example/%E6%9D%8E", "https://a.example/李"),
        ("[x](www.a.example/b)", "https://www.a.example/b", "x"),
    ],
)
def test_links_that_wikimedians_type(text, address, shown):
    rendered = render(text)
    assert rendered.links == (address,)
    assert f">{shown}</a>" in rendered.html


@pytest.mark.parametrize(
    "text", ["T20", "XT123", "T123x", "`T123`", "[[a|b", "[[<x>]]", "[[]]", "http://", "`[[w:a]]`"]
)
def test_what_only_looks_like_a_link_is_none(text):
    assert render(text).links == ()


def test_markdowns_own_references_come_before_wiki_links():
    assert render("[[Foo]]\n\n[Foo]: /bar").html == '<p>[<a href="/bar">Foo</a>]</p>\n'


def test_a_quote_says_whose_words_it_holds():
    text = quotation("María José", 3, "/discuss/t/a/12/3", "Bonjour\nà tous", "fr") + "Hello @María"
    rendered = render(text, people=here, language="en")
    assert rendered.quotes == (Quote("María José", 3, "/discuss/t/a/12/3"),)
    assert rendered.mentions == ("María",)
    assert rendered.posts == ("/discuss/t/a/12/3",)
    assert rendered.text == "Hello @María"
    assert elements(rendered.html)[0] == ("blockquote", {"class": "quote", "lang": "fr", "dir": "ltr"})
    assert "<cite><a " in rendered.html


def test_the_words_may_follow_the_name_at_once():
    rendered = render("> @María, [#1](/discuss/t/a/12/1):\n> Hello", people=here)
    assert "</cite>\n<p" in rendered.html
    assert rendered.quotes[0].number == 1


@pytest.mark.parametrize(("origin", "quotes"), [("https://space.example", 1), ("https://evil.example", 0)])
def test_only_posts_of_this_site_are_quoted(origin, quotes):
    rendered = render(f"> @María, [#1]({origin}/discuss/t/a/12/1):\n> Hello", home="https://space.example")
    assert len(rendered.quotes) == quotes
    assert all(quote.address == "/discuss/t/a/12/1" for quote in rendered.quotes)


def test_an_ordinary_quote_stays_one():
    rendered = render("> Who knows?\n\n> @María: see [#1](/x)")
    assert rendered.quotes == ()
    assert "quote" not in {attributes.get("class") for _, attributes in elements(rendered.html)}


def test_a_bare_link_to_a_post_says_what_it_leads_to():
    told = {"/discuss/t/a/12/3": "A plan for Garoua, #3"}
    rendered = render(
        "https://space.example/discuss/t/a/12/3",
        home="https://space.example",
        posts=lambda asked: {path: told[path] for path in asked},
    )
    assert rendered.html == '<p><a href="/discuss/t/a/12/3">A plan for Garoua, #3</a></p>\n'
    assert rendered.posts == ("/discuss/t/a/12/3",)


@pytest.mark.parametrize(
    ("typed", "words", "kind"),
    [
        ("![A map|wide](upload:abc)", "A map", "wide"),
        ("![A *map* \\| WIDE ](upload:abc)", "A map", "wide"),
        ("[![|wide](upload:abc)](https://example.org/)", "", "wide"),
        ('<img src="/uploads/abc/m.png" title="x alt=" alt="A map|wide">', "A map", "wide"),
        (
            '<img class="wide" src="/uploads/abc/m.png" alt="A map | far and wide">',
            "A map | far and wide",
            None,
        ),
    ],
)
def test_the_word_for_a_wide_picture_is_none_of_its_words(typed, words, kind):
    rendered = render(typed, files=lambda wanted: {"abc": File("/uploads/abc/m.png")})
    (image,) = [found for tag, found in elements(rendered.html) if tag == "img"]
    assert (image["alt"], image.get("class")) == (words, kind)
    assert sanitized(rendered.html) == rendered.html
    assert laid_out(rendered.html) == rendered.html


def test_a_wide_picture_from_elsewhere_leaves_its_words_alone():
    assert render("![A map|wide](https://example.org/m.png)").text == "A map"


def test_uploads_are_shown_by_their_reference():
    files = {"abc": File("/uploads/abc/m.png", 640, 480, "/uploads/abc/s.png 320w", "100vw")}
    rendered = render("![A map](upload:abc) [it](upload:abc) ![](upload:gone)", files=lambda wanted: files)
    _, image = elements(rendered.html)[1]
    assert (image["src"], image["width"], image["loading"]) == ("/uploads/abc/m.png", "640", "lazy")
    assert rendered.uploads == rendered.images == ("/uploads/abc/m.png",)


def test_table_cells_are_aligned_without_styles():
    html = render("a|b|c\n:-|:-:|-:\n1|2|3").html
    assert html.count('class="center"') == html.count('class="end"') == 2
    assert "style" not in html
