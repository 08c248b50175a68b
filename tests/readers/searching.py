"""The addresses of search. The words stand in public and in secret texts alike."""

from django.urls import reverse

from space.web.feeds import ATOM, JSON
from tests.readers.rows import Row, Where, at


def asking(name: str, query: str, *args: str) -> Where:
    return lambda world: f"{reverse(name, args=args)}?{query}"


SEARCHING = [
    Row("search:results", at("search:results")),
    Row("search:results", asking("search:results", "q=meeting")),
    Row("search:results", asking("search:results", "q=door+lang:fr")),
    Row("search:results", asking("search:results", "q=kind:tag")),
    Row("search:results", asking("search:results", "q=in:mine+room:7+-paper")),
    Row("search:instant", asking("search:instant", "q=meet")),
    Row("search:instant", at("search:instant")),
    *(Row("search:feed", at("search:feed", shape), all=404) for shape in (ATOM, JSON)),
    *(Row("search:feed", asking("search:feed", "q=letter", shape)) for shape in (ATOM, JSON)),
    Row("search:description", at("search:description")),
]
