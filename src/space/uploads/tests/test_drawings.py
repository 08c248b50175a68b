from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError

from space.uploads.drawings import cleaned
from space.uploads.tests.makers import svg


def test_a_plain_drawing_keeps_its_shapes():
    made = cleaned(
        svg('<g fill="red"><path d="M0 0h9" stroke="url(#a)"/><text x="1">Ünïcode &lt;&amp;</text></g>')
    )
    text = made.data.decode()

    assert (made.width, made.height) == (40, 20)
    assert '<path d="M0 0h9" stroke="url(#a)"></path>' in text
    assert "Ünïcode &lt;&amp;" in text


HARM = [
    "<script>alert(1)</script>",
    '<script href="//evil.example/x.js"/>',
    '<path onload="alert(1)" onclick="alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="//evil.example"/></body></foreignObject>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<use href="//evil.example/x.svg#a"/>',
    '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/svg+xml,evil"/>',
    '<image href="http://evil.example/x.png"/>',
    '<feImage href="http://evil.example/x.png"/>',
    '<path style="fill:url(http://evil.example)"/>',
    '<path fill="url(http://evil.example#a)"/>',
    "<path fill=\"u&#114;l('//evil.example')\"/>",
    '<path style="fill:u\\72l(//evil.example)"/>',
    "<style>@import '//evil.example';</style>",
    "<style>path{fill:url(//evil.example)}</style>",
    "<style>path{fill:u/**/rl(//evil.example)}</style>",
    "<style><![CDATA[@font-face{src:url(//evil.example)}]]></style>",
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<?xml-stylesheet href="//evil.example/x.css"?>',
    "<!-- --><metadata>evil</metadata>",
    '<path id="x" xml:base="http://evil.example/"/>',
]


@pytest.mark.parametrize("harm", HARM)
def test_nothing_in_a_drawing_acts_or_calls(harm):
    text = cleaned(svg(f"{harm}<rect/>")).data.decode().lower()

    assert "<rect" in text
    ElementTree.fromstring(text)
    for word in (
        "script",
        "evil",
        "alert",
        "onload",
        "onclick",
        "foreignobject",
        "@",
        "import",
        "<a",
        "data:",
    ):
        assert word not in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "unknown_kind",
        ),
        (
            b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"/>',
            "unknown_kind",
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg">&unknown;</svg>', "broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><path></svg>', "broken"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "unknown_kind"),
        (b"<svg/>", "unknown_kind"),
        (svg("<g>" * 300 + "</g>" * 300), "too_many_pixels"),
        (svg("<path/>" * 30_000), "too_many_pixels"),
        (svg('<g id="a"><use href="#a"/></g>'), "broken"),
    ],
)
def test_what_is_no_drawing_or_would_keep_a_browser_busy_is_refused(data, code):
    with pytest.raises(ValidationError) as refused:
        cleaned(data)
    assert refused.value.code == code


def test_a_drawing_that_multiplies_itself_is_refused():
    levels = [f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)]
    with pytest.raises(ValidationError) as refused:
        cleaned(svg('<g id="g0"><path/></g>' + "".join(levels)))
    assert refused.value.code == "too_many_pixels"


def test_a_long_chain_of_uses_is_refused_without_falling_over():
    chain = "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(5000))
    with pytest.raises(ValidationError) as refused:
        cleaned(svg(chain))
    assert refused.value.code == "broken"


def test_links_within_a_drawing_become_groups_and_gradients_stay():
    text = cleaned(svg('<a href="#x"><circle r="3"/></a><linearGradient id="a" href="#b"/>')).data.decode()
    assert '<g><circle r="3"></circle></g>' in text
    assert 'href="#b"' in text
