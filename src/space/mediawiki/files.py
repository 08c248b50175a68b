"""Which file of Commons somebody means who typed a name, a link of a wiki, or an address."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

from space.mediawiki import titles
from space.mediawiki.interwiki import is_wikimedia

_UPLOADED = re.compile(r"^/wikipedia/commons/(?:thumb/)?[0-9a-f]/[0-9a-f]{2}/([^/]+)")
_BY_PATH = re.compile(r"^/wiki/(?:[^/:]+:(?:FilePath|Redirect/file)/)?(?P<name>.+)$", re.IGNORECASE)
_VIEWER = re.compile(r"^/(?:media|mediaviewer)/(.+)$")
_PICTURE = re.compile(r"\.[A-Za-z0-9]{2,5}$")


def file_name(given: str) -> str:
    """The bare name, `X.jpg`, or nothing where it can be none. What stands before a colon is a namespace in some
    language: the names of files hold none."""
    given = given.strip()
    if re.match(r"(?:https?:)?//", given):
        given = _in_address(given)
    given = given.removeprefix("[[").partition("|")[0].partition("]]")[0]
    name = titles.tidy(given.rpartition(":")[2])
    if not _PICTURE.search(name) or "/" in name or not titles.is_title(name):
        return ""
    return name[:1].upper() + name[1:]


def _in_address(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if not is_wikimedia(host) and host != urlsplit(settings.COMMONS_API).hostname:
        return ""
    if viewed := _VIEWER.match(parts.fragment):
        return unquote(viewed[1])
    if asked := parse_qs(parts.query).get("title"):
        return asked[0]
    path = unquote(parts.path)
    if host == "upload.wikimedia.org":
        uploaded = _UPLOADED.match(path)
        return uploaded[1] if uploaded else ""
    named = _BY_PATH.search(path)
    return named["name"] if named else ""
