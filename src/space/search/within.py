"""One thing in which one searches, as the filter language says it: `topic:7`, `by:"Lena Müller"`."""

from space.search.grammar.scanning import bare, in_quotes


def within(operator: str, word: str | int) -> str:
    text = str(word)
    return f"{operator}:{text if bare(text) else in_quotes(text)}"
