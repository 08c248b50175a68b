import pytest

from space.markup import render


def test_the_text_has_a_line_for_each_block_and_no_tags():
    source = "# Hello *you*\n\n- a\n- b\n\na|b\n-|-\n1|2\n\n<b title='a > b'>bold</b> 1 < 2 &amp; `<i>`"
    assert render(source).text == "Hello you\na\nb\na\nb\n1\n2\nbold 1 < 2 & <i>"


def test_words_quoted_from_a_post_are_not_found_twice():
    source = "Before\n\n> @A, [#1](/discuss/t/a/1/1):\n> > deeper\n>\n> said\n\nAfter\n\n> a proverb"
    assert render(source).text == "Before\nAfter\na proverb"


def test_an_excerpt_ends_after_a_word():
    rendered = render("The first\nedit-a-thon in Garoua, and what we learnt")
    assert rendered.excerpt(25) == "The first edit-a-thon in…"
    assert rendered.excerpt() == "The first edit-a-thon in Garoua, and what we learnt"
    assert render("字" * 300).excerpt(10) == "字" * 10 + "…"


def test_links_are_counted_by_where_they_lead():
    rendered = render(
        "[[w:a]] T123 https://meta.wikimedia.org/ https://b.example/1 https://b.example/2 [x](/y)"
    )
    assert rendered.hosts == {
        "en.wikipedia.org",
        "phabricator.wikimedia.org",
        "meta.wikimedia.org",
        "b.example",
    }
    assert rendered.strange_links == ("https://b.example/1", "https://b.example/2")


@pytest.mark.parametrize("address", ["https://[::1", "http://[x]y/"])
def test_a_broken_address_has_no_host(address):
    assert render(f"<a href='{address}'>x</a>").hosts <= {"::1"}
