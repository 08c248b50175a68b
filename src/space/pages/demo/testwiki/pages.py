"""The pages of the test wiki: plain, so that nobody takes it for a true one."""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode, urlsplit

from space.pages.demo.testwiki.people import Account

_PAGE = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>{title} - Test wiki</title>
<style>
:root {{ color-scheme: light dark; font-family: sans-serif; line-height: 1.5; }}
body {{ max-inline-size: 38rem; margin: 2rem auto; padding-inline: 1rem; }}
h1 {{ font-family: serif; font-weight: normal; border-block-end: 1px solid; }}
ul {{ list-style: none; padding: 0; display: grid; gap: .75rem; }}
button {{ font: inherit; padding: .5rem 1rem; min-block-size: 2.75rem; cursor: pointer; }}
li button {{ inline-size: 100%; text-align: start; }}
li strong, li span {{ display: block; }}
.mark {{ background: #fc3; color: #000; padding: .25rem .75rem; }}
</style></head>
<body><p class="mark">An invented wiki, part of the demo. Nothing here is real.</p><main>{main}</main></body>
</html>"""


def _page(title: str, main: str) -> str:
    return _PAGE.format(title=escape(title), main=f"<h1>{escape(title)}</h1>{main}")


def login(people: Iterable[Account], went_for: str) -> str:
    rows = "".join(
        f'<li><button name="account" value="{one.sub}"><strong dir="auto">{escape(one.name)}</strong>'
        f"<span>{escape(one.why)}</span></button></li>"
        for one in people
    )
    return _page("Log in", _form("<p>Whom would you like to be?</p><ul>" + rows + "</ul>", went_for))


def approve(person: Account, went_for: str, back: str) -> str:
    other = urlencode({"title": "Special:UserLogin", "returntoquery": went_for})
    text = (
        f"<p>Hi <bdi>{escape(person.name)}</bdi>. <bdi>{escape(urlsplit(back).netloc)}</bdi> would like to "
        "know your name and your e-mail address. It will not be able to do anything in your name.</p>"
        '<p><button name="accept" value="1">Allow</button> <button name="cancel" value="1">Cancel</button></p>'
        f'<p><a href="/w/index.php?{escape(other)}">Log in as somebody else</a></p>'
    )
    return _page("Connected applications", _form(text, went_for))


def connection_error() -> str:
    return _page("Application Connection Error", "<p>This application is not registered here as it says.</p>")


def _form(inside: str, went_for: str) -> str:
    kept = f'<input type="hidden" name="returntoquery" value="{escape(went_for)}">'
    return f'<form method="post" action="/w/index.php">{kept}{inside}</form>'
