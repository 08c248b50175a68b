"""How browsers and other programs learn to search here: https://github.com/dewitt/opensearch."""

from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils.translation import get_language, pgettext

from space.web.feeds import ATOM
from space.web.look import look

_SPACE = "http://a9.com/-/spec/opensearch/1.1/"
# As long as the specification lets a name be.
_LONGEST_NAME = 16


def described() -> bytes:
    """The description, in the language of the interface."""
    name = look().name
    root = Element("OpenSearchDescription", {"xmlns": _SPACE})
    _add(root, "ShortName", name[:_LONGEST_NAME].strip())
    _add(root, "LongName", name[:48])
    _add(
        root,
        "Description",
        pgettext("opensearch", "Conversations, people, categories and tags of %(name)s") % {"name": name},
    )
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "OutputEncoding", "UTF-8")
    _add(root, "Language", get_language() or "en")
    icon = settings.ORIGIN + staticfiles_storage.url("web/favicon.svg")
    _add(root, "Image", icon, width="16", height="16", type="image/svg+xml")
    _way(root, "text/html", reverse("search:results"))
    _way(root, "application/atom+xml", reverse("search:feed", args=[ATOM]))
    _way(root, "application/opensearchdescription+xml", reverse("search:description"), rel="self")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _way(root: Element, kind: str, path: str, rel: str = "results") -> None:
    asked = "" if rel == "self" else "?q={searchTerms}"
    SubElement(root, "Url", {"type": kind, "rel": rel, "template": f"{settings.ORIGIN}{path}{asked}"})


def _add(root: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(root, tag, attributes).text = text
