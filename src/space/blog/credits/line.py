"""The line under a picture: what it is called, when it was taken, whose it is, and what one may do with it."""

import re
from datetime import date
from typing import Any

from django.utils import formats, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.blog.models import Credit, Source
from space.kit.phrases import labelled
from space.languages import autonym, mark

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def credit_line(credit: Credit, language: str = "") -> dict[str, Any]:
    """What `blog/_credit.html` needs, in the language of the page or in another one. Text of others is escaped."""
    with translation.override(language or translation.get_language()):
        said = mark(translation.get_language() or "en")
        return {
            "sentence": _sentence(credit),
            "is_cc": credit.licence.startswith("CC "),
            "lang": said.lang,
            "dir": said.dir,
            "description": _described(credit),
            "description_mark": mark(credit.description_language),
        }


def _described(credit: Credit) -> str:
    """What the picture shows, after the name of the language in which that is said."""
    name = _begun(autonym(credit.description_language))
    return labelled(name, credit.description) if name and credit.description else credit.description


def _begun(name: str) -> str:
    """With a capital where the script has them: it begins a line. Georgian has none for that."""
    first = name[:1].upper()
    return name if "\u1c90" <= first <= "\u1cbf" else first + name[1:]


def plain_line(credit: Credit) -> str:
    """The same without links and languages, for where only text can stand."""
    name, day = name_of(credit) or pgettext("credit line", "Picture"), day_of(credit.taken)
    so_far = f"{name} ({day})" if day else name
    told = _by(so_far, credit.author, credit.licence)
    return f"{told} {credit.description}".strip()


def name_of(credit: Credit) -> str:
    """As Commons writes it; what was sent here is called what its sender called it, or nothing."""
    if credit.source == Source.COMMONS:
        return f"File:{credit.title.replace(' ', '_')}"
    return credit.title


def day_of(taken: str) -> str:
    """A whole day is written out; other words stay as they were given."""
    found = _DAY.fullmatch(taken.strip())
    if not found:
        return taken.strip()
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return taken.strip()
    return formats.date_format(day, pgettext("date format", "j F Y"))


def _sentence(credit: Credit) -> SafeString:
    name = _linked(name_of(credit) or pgettext("credit line", "Picture"), credit.page_url)
    day = day_of(credit.taken)
    so_far = format_html("{} (<span>{}</span>)", name, day) if day else name
    author, licence = _linked(credit.author, credit.author_url), _linked(credit.licence, credit.licence_url)
    return format_html(
        _template(credit.author, credit.licence), picture=so_far, author=author, licence=licence
    )


def _by(picture: str, author: str, licence: str) -> str:
    return _template(author, licence).format(picture=picture, author=author, licence=licence)


def _template(author: str, licence: str) -> str:
    """The sentence, with places for what is linked in it."""
    if author and licence:
        return pgettext("credit line", "{picture} by {author}, {licence}.")
    if author:
        return pgettext("credit line", "{picture} by {author}. Its licence is not named yet.")
    if licence:
        return pgettext("credit line", "{picture}, {licence}. Its author is not named yet.")
    return pgettext("credit line", "{picture}. Its author and licence are not named yet.")


def _linked(text: str, address: str) -> SafeString:
    """Names stand in their own direction; an address that is none of the web leads nowhere."""
    if text and _WEB.match(address):
        return format_html(
            '<a href="{}" rel="nofollow noopener"><bdi translate="no">{}</bdi></a>', address, text
        )
    return format_html('<bdi translate="no">{}</bdi>', text)
