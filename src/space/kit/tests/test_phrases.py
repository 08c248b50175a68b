"""A label and what it is about are put together as the language of the page does it."""

from django.template import Context, Template
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import trans_real

from space.kit.phrases import labelled

# French has a space before the colon that no line breaks at.
IN_FRENCH = "{label}\u00a0: {value}"


def test_language_and_escaping_are_those_of_the_page(monkeypatch):
    with translation.override("fr"):
        monkeypatch.setitem(
            trans_real.catalog()._catalog._catalogs[0], "label and value\x04{label}: {value}", IN_FRENCH
        )
        assert labelled("Langue", "<b>") == "Langue\u00a0: &lt;b&gt;"
        html = format_html("<bdi>{}</bdi>", "{value}")
        assert labelled("Langue", html) == "Langue\u00a0: <bdi>{value}</bdi>"
        shown = Template('{% load space %}<a aria-label="{% labelled "Up" name %}">').render(
            Context({"name": '"x'})
        )
    assert shown == '<a aria-label="Up\u00a0: &quot;x">'
