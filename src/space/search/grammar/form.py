"""The filters as fields of a form: text and fields are two views of one thing.

A view makes `FilterForm.of(query, reader)` of what was asked, and where the fields were sent, a text of them:
`FilterForm(request.GET, reader=reader).text()`. What fields cannot say goes along in `rest`.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.fields import one_line
from space.search.grammar import operators, scanning
from space.search.grammar.operators import SEARCH
from space.search.grammar.printing import printed, value_printed
from space.search.grammar.query import Query
from space.search.grammar.scanning import in_quotes
from space.search.grammar.terms import Filter, Phrase, Term, Word

# Fields for values with commas between them: any of them; but of tags all.
_LISTS = {"languages": "lang", "by": "by"}
_CHOICES = {"kinds": "kind", "status": "status"}
_SINGLE = ("category", "after", "before", "order")
_OFFERED = {**_CHOICES, "places": "in", "order": "order", "category": "category"}
_NONE = {
    "order": pgettext_lazy("filter field", "As usual"),
    "category": pgettext_lazy("filter field", "Any category"),
}


class FilterForm(forms.Form):
    """Needs no token: it is sent by GET, and changes nothing."""

    words = forms.CharField(label=pgettext_lazy("filter field", "All of these words"))
    phrase = forms.CharField(label=pgettext_lazy("filter field", "Just this phrase"))
    without = forms.CharField(label=pgettext_lazy("filter field", "None of these words"))
    category = forms.ChoiceField(label=pgettext_lazy("filter field", "In a category"))
    tags = forms.CharField(
        label=pgettext_lazy("filter field", "With all of these tags"),
        help_text=pgettext_lazy("filter field", "With commas between them."),
    )
    languages = forms.CharField(
        label=pgettext_lazy("filter field", "In one of these languages"),
        help_text=pgettext_lazy("filter field", "Names or codes, with commas between them."),
    )
    by = forms.CharField(label=pgettext_lazy("filter field", "Written by"))
    after = forms.CharField(
        label=pgettext_lazy("filter field", "From this day on"),
        help_text=pgettext_lazy("filter field", "2026-05-17, 2026-05, 2026, or 30d: 30 days ago."),
    )
    before = forms.CharField(label=pgettext_lazy("filter field", "Before this day"))
    kinds = forms.MultipleChoiceField(
        label=pgettext_lazy("filter field", "What it is"), widget=forms.CheckboxSelectMultiple
    )
    places = forms.MultipleChoiceField(
        label=pgettext_lazy("filter field", "Where to look"), widget=forms.CheckboxSelectMultiple
    )
    status = forms.MultipleChoiceField(
        label=pgettext_lazy("filter field", "How far it has come"), widget=forms.CheckboxSelectMultiple
    )
    order = forms.ChoiceField(label=pgettext_lazy("filter field", "What stands first"))
    rest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, reader: Reader, here: str = SEARCH, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
            if isinstance(field, forms.CharField):
                field.widget.attrs |= {"maxlength": scanning.LONGEST, "dir": "auto"}
        for name, choices in choices_for(reader, here).items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def of(cls, query: Query, reader: Reader, here: str = SEARCH) -> "FilterForm":
        """The fields that say what this query says."""
        return cls(initial=fields_of(query), reader=reader, here=here)

    def text(self) -> str:
        """What the fields say, as one text. A value that means nothing is explained when that is read."""
        self.full_clean()
        said = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return " ".join(filter(None, (*_written(said), one_line(said["rest"]))))


def choices_for(reader: Reader, here: str = SEARCH) -> dict[str, tuple[tuple[str, str], ...]]:
    """What each field offers to this reader, where it offers something."""
    return {
        name: tuple((key, str(label)) for key, label in _choices(operator, reader, here))
        for name, operator in _OFFERED.items()
    }


def fields_of(query: Query) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    rest = [term for term in query.terms if not _taken(term, query, fields)]
    joined = {name: _joined(name, value) for name, value in fields.items()}
    return {**joined, "rest": printed(rest)} if rest else joined


def _joined(name: str, value: Any) -> Any:
    """Of words with spaces between them, of names with commas."""
    if not isinstance(value, list) or name in {*_CHOICES, "places"}:
        return value
    return " ".join(value) if name in {"words", "without"} else ", ".join(value)


def _taken(term: Term, query: Query, fields: dict[str, Any]) -> bool:
    """Whether a field says it now."""
    if isinstance(term, Word):
        fields.setdefault("without" if term.without else "words", []).append(term.text)
        return True
    if isinstance(term, Phrase):
        name = "without" if term.without else "phrase"
        if term.without:
            fields.setdefault(name, []).append(in_quotes(term.text))
        return term.without or fields.setdefault(name, term.text) is term.text
    return isinstance(term, Filter) and not term.without and _filter_taken(term, query, fields)


def _filter_taken(term: Filter, query: Query, fields: dict[str, Any]) -> bool:
    alone = sum(other.name == term.name for other in query.filters if not other.without) == 1
    one = len(term.keys) == 1
    if term.name == "tag" and one:
        fields.setdefault("tags", []).append(value_printed(term.keys[0]))
    elif term.name == "in" and one:
        fields.setdefault("places", []).append(term.keys[0])
    elif not alone:
        return False
    elif name := next((field for field, known in _CHOICES.items() if known == term.name), ""):
        fields[name] = list(term.keys)
    elif name := next((field for field, known in _LISTS.items() if known == term.name), ""):
        fields[name] = [value_printed(key) for key in term.keys]
    elif term.name in _SINGLE and one:
        fields[term.name] = term.keys[0]
    else:
        return False
    return True


def _written(said: dict[str, Any]) -> Iterator[str]:
    yield one_line(said["words"])
    if phrase := one_line(said["phrase"]):
        yield in_quotes(phrase)
    yield from _kept_out(said["without"])
    yield from (f"tag:{value}" for value in _values(said["tags"]))
    for name, operator in _LISTS.items():
        yield _filter(operator, _values(said[name]))
    for name, operator in _CHOICES.items():
        yield _filter(operator, said[name])
    yield from (f"in:{value}" for value in said["places"])
    for name in _SINGLE:
        yield _filter(name, [value_printed(one_line(said[name]))] if said[name].strip() else [])


def _filter(operator: str, values: Any) -> str:
    return f"{operator}:{','.join(values)}" if values else ""


def _kept_out(text: str) -> Iterator[str]:
    """Each word and phrase with a minus; what has one already keeps it."""
    for piece in scanning.pieces(scanning.tidied(text), lambda _: False):
        said = in_quotes(piece.text) if piece.quoted else piece.text
        yield f"-{said or text[piece.start : piece.end].lstrip('-')}"


def _values(text: str) -> list[str]:
    """Between commas, with quotes around what needs them."""
    found = scanning.values(scanning.tidied(text))
    return [value_printed(one) for one in dict.fromkeys(found)]


def _choices(name: str, reader: Reader, here: str) -> Iterator[tuple[str, Any]]:
    """The values of an operator in words, and none where one alone can be chosen."""
    if name in _NONE:
        yield "", _NONE[name]
    operator = operators.get(name)
    yield from ((one.key, one.label) for one in operator.choices(reader) if here in operator.where(one.key))
