"""Fields and text are two views of one thing."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from space.accounts.readers import NOBODY
from space.search.grammar import Filter, Phrase, Query, Value, Word, parse
from space.search.grammar.form import FilterForm, fields_of


def sent(fields):
    """As a browser sends them."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return FilterForm(data, reader=NOBODY).text()


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("maps of towns", {"words": "maps of towns"}),
        ('"old towns" -new -"very new"', {"phrase": "old towns", "without": 'new "very new"'}),
        ("lang:fr,ar kind:question", {"languages": "fr, ar", "kinds": ["question"]}),
        ("in:title in:first order:newest", {"places": ["title", "first"], "order": "newest"}),
        ("after:2026-05 before:30d", {"after": "2026-05", "before": "30d"}),
        ("status:open,solved", {"status": ["open", "solved"]}),
        # What fields cannot say.
        ("lang:fr lang:de", {"rest": "lang:fr lang:de"}),
        ("-lang:fr on:2026 colour:red", {"rest": "-lang:fr on:2026 colour:red"}),
        ('"one" "other"', {"phrase": "one", "rest": '"other"'}),
    ],
)
def test_a_text_fills_the_fields_and_the_fields_give_the_text(text, fields):
    query = parse(text, NOBODY)
    assert fields_of(query) == fields
    assert set(parse(sent(fields), NOBODY).terms) == set(query.terms)


@pytest.mark.parametrize(
    ("field", "typed", "text"),
    [
        ("by", "Amina K, Kofi", 'by:"Amina K",Kofi'),
        ("tags", "maps، old towns", 'tag:maps tag:"old towns"'),
        ("languages", "français,, العربية ", "lang:français,العربية"),
        ("without", "old -new «very new»", '-old -new -"very new"'),
        ("category", "nowhere", ""),
        ("after", " yesterday ", "after:yesterday"),
        ("words", "lang:fr  maps", "lang:fr maps"),
        ("kinds", "flying", ""),
        ("phrase", 'a "b" c', '«a "b" c»'),
    ],
)
def test_fields_are_written_as_people_fill_them(field, typed, text):
    assert sent({field: typed}) == text


def test_the_fields_show_what_was_asked():
    form = FilterForm.of(parse("maps lang:fr in:title", NOBODY), NOBODY)
    html = form.as_p()
    assert 'value="maps"' in html
    assert 'value="title" id="id_places_0" checked' in html
    assert "mine" not in html


def test_a_category_is_chosen_from_those_one_may_see(questions, secret):
    assert sent({"category": questions.slug}) == "category:questions"
    assert sent({"category": secret.category.slug}) == ""
    assert fields_of(parse("category:Questions", NOBODY)) == {"category": "questions"}


@st.composite
def queries(draw):
    word = st.text(alphabet="abعह中", min_size=1, max_size=8)
    filters = {"lang": ["fr", "ar", "zh"], "kind": ["question", "archive"], "in": ["title", "first"],
               "after": ["2026-05", "30d"], "status": ["open", "solved"], "order": ["newest"]}  # fmt: skip
    name = draw(st.lists(st.sampled_from(sorted(filters)), max_size=5))
    terms = [
        Filter(one, tuple(map(Value, draw(st.lists(st.sampled_from(filters[one]), min_size=1, unique=True)))))
        for one in name
    ]
    words = draw(st.lists(st.builds(Word, word, st.booleans()), max_size=4))
    phrases = draw(st.lists(st.builds(Phrase, word, st.booleans()), max_size=3))
    return Query(tuple(dict.fromkeys([*words, *terms, *phrases])))


@given(queries())
def test_whatever_was_asked_comes_back_from_the_fields(query):
    assert set(parse(sent(fields_of(query)), NOBODY).terms) == set(query.terms)
