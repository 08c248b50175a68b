"""The addresses of search. The words stand in public and in secret texts alike."""

from django.urls import reverse

from tests.readers.rows import Row, Where, at


def asking(name: str, query: str) -> Where:
    return lambda world: f"{reverse(name)}?{query}"


SEARCHING = [
    Row("search:results", at("search:results")),
    Row("search:results", asking("search:results", "q=meeting")),
    Row("search:results", asking("search:results", "q=door+lang:fr")),
    Row("search:results", asking("search:results", "q=kind:tag")),
    Row("search:results", asking("search:results", "q=in:mine+room:7+-paper")),
    Row("search:instant", asking("search:instant", "q=meet")),
    Row("search:instant", at("search:instant")),
    Row("search:feed", at("search:feed"), all=404),
    Row("search:feed", asking("search:feed", "q=letter")),
    Row("search:description", at("search:description")),
]
