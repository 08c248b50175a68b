"""What a filter text means, and that it reads back as it is written."""

from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from space.accounts.readers import NOBODY
from space.search.grammar import LISTS, Filter, Phrase, Query, Unclear, Value, Word, operators, parse


def terms(text: str) -> tuple[object, ...]:
    return parse(text, NOBODY).terms


def kept(name: str, *keys: str, without: bool = False) -> Filter:
    return Filter(name, tuple(map(Value, keys)), without)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mentor -bot", (Word("mentor"), Word("bot", True))),
        ('"code of conduct" -"old one"', (Phrase("code of conduct"), Phrase("old one", True))),
        ("lang:fr,AR", (kept("lang", "fr", "ar"),)),
        ("lang：français", (kept("lang", "fr"),)),
        ("lang:العربية،हिन्दी", (kept("lang", "ar", "hi"),)),
        ("-lang:中文", (kept("lang", "zh", without=True),)),
        ('LANG:"French"', (kept("lang", "fr"),)),
        ("after:٢٠٢٦-٥", (kept("after", "2026-05"),)),
        ("before:2026/1/7 on:30d", (kept("before", "2026-01-07"), kept("on", "30d"))),
        ("in:title order:newest", (kept("in", "title"), kept("order", "newest"))),
        ("«ويكي ميديا» „Wort für Wort“", (Phrase("ويكي ميديا"), Phrase("Wort für Wort"))),
        ("-「編集 大会」", (Phrase("編集 大会", True),)),
        ("\u200flang:ar\u200e", (kept("lang", "ar"),)),
        ('never "closed', (Word("never"), Phrase("closed"))),
        ('"" - -- """', (Word("-"), Word("--"))),
        ("one one", (Word("one"),)),
    ],
)
def test_a_text_is_understood(text, meant):
    assert terms(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "https://meta.wikimedia.org/wiki/Wikimedia_Space",
        "12:30",
        "C:\\temp",
        "note: this",
        "Wikipedia:Teahouse",
        "User:Amina",
        "phab:T123",
        "std::vector",
        "localhost:8000",
        "mailto:amina@example.org",
        "注意：明天",
        "l'idée:bonne",
        "a:b",
    ],
)
def test_what_is_plainly_no_filter_is_just_words(text):
    query = parse(text, NOBODY)
    assert query.words == tuple(text.split())
    assert query.problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour:red", "There is no filter"),
        ("langs:fr", "Did you mean “\u2068lang:\u2069”?"),
        ("lang:frensh", "\u2068fr\u2069 (\u2068français\u2069)"),
        ("lang:xq-none", "no language"),
        ("lang:portug", "português"),
        ("before:yesteryear", "no date"),
        ("before:2026-02-30", "no date"),
        ("order:newst", "Did you mean “\u2068newest\u2069”?"),
        ("in:titel", "Did you mean “\u2068title\u2069”?"),
        ("lang:", "right behind it"),
        ("-in:title", "turned round"),
        ("word " * 3 + " ".join(f"w{n}" for n in range(60)), "at once"),
    ],
)
def test_a_wrong_filter_is_explained(text, told):
    assert told in " ".join(parse(text, NOBODY).problems)


def test_what_is_wrong_stays_in_the_text_and_the_rest_filters():
    query = parse('lang:fr,xx-nowhere colour:"dark red" mentor', NOBODY)
    assert query.terms == (
        kept("lang", "fr"),
        Unclear("lang", ("xx-nowhere",)),
        Unclear("colour", ("dark red",)),
        Word("mentor"),
    )
    assert str(query) == 'lang:fr lang:xx-nowhere colour:"dark red" mentor'
    assert len(query.problems) == 2


def test_what_works_in_search_alone_says_so_in_a_list():
    query = parse("order:relevance", NOBODY, LISTS)
    assert query.filters == ()
    assert "works in search" in query.problems[0]


def test_one_filter_is_changed_and_the_rest_stays():
    query = parse("mentor lang:fr,ar in:title -lang:de", NOBODY)
    assert str(query.but("lang", "hi")) == "mentor in:title -lang:de lang:hi"
    assert str(query.without("lang", "fr")) == "mentor lang:ar in:title -lang:de"
    assert str(query.without("lang")) == "mentor in:title -lang:de"
    assert str(query.also("lang", "fr")) == "mentor lang:fr,ar in:title -lang:de lang:fr"
    assert query.values("lang") == ("fr", "ar")


@pytest.fixture
def in_french(monkeypatch):
    """Names and values as a translator gives them; the catalogue itself comes later."""
    own = {"lang": "langue", "in": "dans", "before": "avant"}
    for name, spoken in own.items():
        changed = replace(operators.get(name), spoken=spoken)
        monkeypatch.setitem(operators._registry.by_name, name, changed)
    operators._registry.spoken.clear()
    yield
    operators._registry.spoken.clear()


def test_operators_are_called_as_the_reader_calls_them_and_english_is_always_understood(in_french):
    with translation.override("fr"):
        query = parse("langue:français dans:titre AVANT:2026 lang:de", NOBODY)
        assert query.problems == ()
        assert str(query) == "lang:fr in:title before:2026 lang:de"
        assert query.spoken == "langue:fr dans:titre avant:2026 langue:de"
        assert parse(query.spoken, NOBODY) == query


SIGNS = 'abcAZ09 -:：,،、"“”„«»「」『』＂\\/.\u200f\u0301éعह中\t\n'
FILTERS = [
    "lang:fr",
    "-lang:ar,de",
    "in:title",
    "before:2026-05",
    'order:"newest"',
    "lang:",
    "colour:red",
    "after:1d",
]
typed = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=SIGNS, max_size=80),
    st.lists(st.one_of(st.sampled_from(FILTERS), st.text(alphabet=SIGNS, max_size=12)), max_size=8).map(
        " ".join
    ),
    st.lists(st.one_of(st.sampled_from(FILTERS), st.text(alphabet=SIGNS, max_size=6)), max_size=8).map(
        "".join
    ),
)


@given(typed)
def test_any_text_is_read_and_what_is_printed_reads_back_the_same(text):
    query = parse(text, NOBODY)
    for again in (parse(str(query), NOBODY), parse(query.spoken, NOBODY)):
        assert again.terms == query.terms
    assert str(parse(str(query), NOBODY)) == str(query)


@given(st.lists(st.one_of(
    st.builds(Word, st.text(alphabet="abعह中", min_size=1, max_size=8), st.booleans()),
    st.builds(Phrase, st.text(alphabet="ab عह中", min_size=1, max_size=8).map(str.strip).filter(bool), st.booleans()),
    st.builds(lambda keys, without: kept("lang", *keys, without=without),
              st.lists(st.sampled_from(["fr", "ar", "zh"]), min_size=1, unique=True), st.booleans()),
), max_size=8, unique=True))  # fmt: skip
def test_a_query_that_was_put_together_reads_back_the_same(made):
    query = Query(tuple(made))
    again = parse(str(query), NOBODY).terms
    spaced = tuple(
        Phrase(" ".join(t.text.split()), t.without) if isinstance(t, Phrase) else t for t in query.terms
    )
    assert again == tuple(dict.fromkeys(spaced))


def test_of_many_wrong_values_some_are_explained_and_the_others_counted():
    """To explain one may cost a query, and a text has room for hundreds."""
    asked = parse(" ".join(f"lang:xq{n},xz{n}" for n in range(20)), NOBODY)

    assert len(asked.problems) == 9
    assert asked.problems[-1] == "32 other filters are not understood either."
    assert sum(len(term.values) for term in asked.terms) == 40


def test_of_hundreds_of_wrong_values_few_are_looked_up(monkeypatch):
    from space.search.grammar import generic

    looked = []
    monkeypatch.setattr(generic, "_language", lambda word: looked.append(word) or "")
    text = " ".join(f"lang:{','.join(f'{at}{one}' for one in range(20))}" for at in range(30))
    query = parse(text, NOBODY)

    assert len(looked) <= 60
    assert len(query.problems) <= 10


def test_the_box_the_address_and_the_fields_hold_the_same_length(client, db):
    from space.discuss.lists import wanted
    from space.search.grammar.scanning import LONGEST
    from space.search.showing import asked

    page = client.get("/search/").content.decode()
    assert {LONGEST, wanted.LONGEST, asked.LONGEST} == {500}
    assert f'name="q" value="" dir="auto" maxlength="{LONGEST}"' in page
    assert f'name="words" value="" maxlength="{LONGEST}"' in page


def test_what_a_page_adds_to_a_long_text_is_not_cut_off():
    from space.search.showing.asked import Asked

    assert Asked.of({"q": "a" * 900, "within": "topic:7"}).text.endswith("a topic:7")
