"""The facets that belong to no app above: languages, people who wrote, years."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import pgettext_lazy

from space import languages
from space.accounts.faces import faces
from space.accounts.readers import Reader
from space.search import naming
from space.search.naming import Named
from space.web import fragments


def register() -> None:
    """Called once, from `ready()`."""
    naming.facet("language", pgettext_lazy("facet", "Language"), "lang", _languages, order=10)
    naming.facet("author", pgettext_lazy("facet", "Written by"), "by", _people, order=40)
    naming.thing("lang", pgettext_lazy("search", "In this language"), _languages)
    naming.thing("by", pgettext_lazy("search", "By this person"), _people_called)
    naming.facet("year", pgettext_lazy("facet", "Year"), "on", _years, order=50)


def _languages(codes: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    known = (languages.language(code) for code in codes if code)
    return {one.code: Named(one.autonym, one.code, one.bcp47) for one in known}


def _people(pks: Sequence[int], reader: Reader) -> Mapping[int, Named]:
    """Kept until somebody is called otherwise."""

    def build(missing: Iterable[int]) -> dict[int, str]:
        return {pk: one.name for pk, one in faces(missing).items()}

    return {pk: Named(name, name) for pk, name in fragments.kept("name", pks, build, language="").items()}


def _years(years: Sequence[int], reader: Reader) -> Mapping[int, Named]:
    return {year: Named(str(year), str(year)) for year in years}


def _people_called(names: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    return {name: Named(name, name) for name in names}
