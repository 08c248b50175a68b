import re
from pathlib import Path

import pytest
from django.template import Context, Template, engines
from django.template.loader import get_template

import space
from space.web.loading import tightened

PAGES = sorted(Path(space.__file__).parent.glob("*/templates/**/*.html"))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n  <li>\n    <b>", "<ul><li><b>"),
        ("<p>\n  {{ name }}\n</p>\n", "<p>{{ name }}</p>"),
        (
            "{% if a %}\n  {% icon 'b' %}\n\n  {{ c }}\n{% endif %}",
            "{% if a %}{% icon 'b' %}{{ c }}{% endif %}",
        ),
        ("{# Needs: post. #}\n{% load i18n %}\n<article>", "{# Needs: post. #}{% load i18n %}<article>"),
        ("<br>  \n\t<post-reader>\r\n</post-reader>", "<br><post-reader></post-reader>"),
    ],
)
def test_a_line_break_between_two_tags_is_not_sent(written, sent):
    assert tightened(written) == sent


@pytest.mark.parametrize(
    "text",
    [
        "<b>one</b> <b>two</b>",
        "{{ one }} {{ two }}",
        "<p>\n  Words\n  <b>and</b>\n  more\n</p>",
        "<b>one</b>,\n<b>two</b>",
        "{% if a < b %}a\n< b, and b\n> a{% endif %}",
    ],
)
def test_text_keeps_its_white_space(text):
    assert tightened(text) == text


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ('<a class="x"\n    href="/">', '<a class="x" href="/">'),
        ("<a {% if b %}lang='b'{% endif %}\n  {% if c > b %}dir='c'{% endif %}>\n<b>",
         "<a {% if b %}lang='b'{% endif %} {% if c > b %}dir='c'{% endif %}><b>"),
    ],
)  # fmt: skip
def test_a_line_break_between_attributes_is_a_space(written, sent):
    assert tightened(written) == sent


@pytest.mark.parametrize(
    "whole",
    [
        "<pre>\n<code>\n</code>\n</pre>",
        '<textarea name="a>b">\n{{ text }}\n{{ more }}\n</textarea>',
        "<!--\n<b>\n<i>\n-->",
        "{% blocktranslate %}\n<b>\n{{ name }}\n</b>\n{% endblocktranslate %}",
        "{% blocktranslate count n=n trimmed %}\n{{ n }}\n{% plural %}\n<b>\n{{ n }}\n{% endblocktranslate %}",
        "{% comment %}\n<b>\n<i>\n{% endcomment %}",
        '<a title="{% blocktranslate %}\n{{ a }}\n{{ b }}{% endblocktranslate %}">',
        """<meta content='{\n  "a>": "{{ b }}"\n}'>""",
    ],
)
def test_sentences_values_and_what_is_shown_as_it_is_are_not_touched(whole):
    assert tightened(whole) == whole
    assert tightened(f"<p>\n  {whole}\n</p>\n") == f"<p>{whole}</p>"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_sentence_of_every_page_is_what_translators_were_shown(page):
    sentences = re.compile(r"{%\s*blocktranslate\b.*?endblocktranslate\s*%}", re.DOTALL)
    raw = page.read_text()
    assert sentences.findall(tightened(raw)) == sentences.findall(raw)


def test_only_our_own_pages_are_read_like_this():
    ours, djangos, allauths, mail = map(
        get_template,
        (
            "web/_field.html",
            "django/forms/widgets/checkbox_option.html",
            "account/base_entrance.html",
            "account/email/letter.txt",
        ),
    )
    assert "\n" not in ours.template.source
    for other in (djangos, allauths, mail):
        assert other.template.source == Path(other.origin.name).read_text()


def test_fields_of_forms_are_read_like_pages():
    from django.forms.renderers import get_default_renderer

    field = get_default_renderer().get_template("accounts/_languages_input.html")
    assert field.backend is engines["django"]


def test_a_page_is_read_once():
    assert get_template("web/_empty.html").template is get_template("web/_empty.html").template


def test_what_is_indented_reads_like_what_is_not():
    indented = "<ul>\n  {% for n in ns %}\n    <li>\n      {{ n }}\n    </li>\n  {% endfor %}\n</ul>\n"
    rendered = Template(tightened(indented)).render(Context({"ns": [1, 2]}))
    assert rendered == "<ul><li>1</li><li>2</li></ul>"
