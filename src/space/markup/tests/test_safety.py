import pytest

from space.markup import render
from space.markup.cleaning import sanitized
from space.markup.tests.looking import collected_payloads, elements, harm_in, own_payloads


def anybody(names):
    return {name: "/people/x/" for name in names}


@pytest.mark.parametrize("payload", own_payloads())
def test_no_text_does_harm(payload):
    html = render(payload, people=anybody, home="https://space.example").html
    assert harm_in(html) == []
    assert sanitized(html) == html


def test_no_collected_text_does_harm():
    payloads = collected_payloads()
    if not payloads:
        pytest.skip("SPACE_TEST_DATA is not set: only our own payloads are tried")
    assert len(payloads) > 7000
    harmful = [
        (payload, harm) for payload in payloads if (harm := harm_in(render(payload, people=anybody).html))
    ]
    assert harmful == []


def test_the_eye_of_these_tests_sees_harm():
    harmful = [
        "<script>",
        "<p onclick=x>",
        "<img src=https://a.example/x>",
        "<a href='javascript:x'>",
        "<p class=x>",
    ]
    assert all(map(harm_in, [*harmful, "<a href='//a.example'>", "<p hx-get=/>", "<p data-x=y>", "<p id=x>"]))


def test_a_picture_from_elsewhere_is_a_link():
    html = render("![A map](https://elsewhere.example/map.png)").html
    rel = "nofollow ugc noopener"
    assert html == f'<p><a rel="{rel}" href="https://elsewhere.example/map.png">A map</a></p>\n'


def test_a_picture_from_elsewhere_inside_a_link_is_its_words():
    html = render("[![A map](https://elsewhere.example/map.png)](/about/)").html
    assert html == '<p><a href="/about/">A map</a></p>\n'


def test_raw_html_keeps_language_and_direction_and_little_else():
    html = render(
        '<i lang="zh-classical" dir="rtl" id="x" class="wiki" style="color:red">x</i>', language="en"
    ).html
    assert html == '<p><i lang="lzh" dir="rtl">x</i></p>\n'
    assert render('<b lang="<" dir="up">x</b>', language="en").html == "<p><b>x</b></p>\n"


def test_nobody_can_write_what_looks_like_a_mention_or_a_quote_of_ours():
    html = render(
        '<a class="mention" href="/people/x/">@Rosa</a>\n\n<blockquote class="quote">x</blockquote>'
    ).html
    assert "class" not in html


def test_signs_that_turn_the_direction_are_taken_out_however_they_are_spelt():
    html = render(
        "a\u202eb &#x202e; &#8238; \u2066c <b title='&#x202e;x'>d</b> https://e.example/%E2%80%AEx"
    ).html
    assert not any(sign in html for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_marks_of_direction_for_one_place_stay():
    assert "\u200f" in render("שלום!\u200f").html


def test_addresses_of_this_site_lose_their_host_and_others_are_marked():
    home = "https://space.example"
    inside = render("[a](https://space.example/about/)", home=home)
    assert inside.html == '<p><a href="/about/">a</a></p>\n'
    assert inside.links == ()
    assert '<a href="/">' in render("https://space.example", home=home).html
    assert render("HTTPS://B.example", home=home).links == ("https://B.example",)
    assert render("[a](https://space.example.evil/)", home=home).links == ("https://space.example.evil/",)


def test_headings_of_a_post_stand_below_those_of_the_page():
    tags = [tag for tag, _ in elements(render("# a\n\n## b\n\n###### c\n\n<h1>d</h1>").html)]
    assert tags == ["h3", "h4", "h5", "h3"]


def test_headings_of_a_post_skip_no_level_whatever_was_typed():
    tags = [tag for tag, _ in elements(render("### a\n\n# b\n\n#### c\n\n#### d\n\n## e").html)]
    assert tags == ["h3", "h3", "h4", "h4", "h4"]
