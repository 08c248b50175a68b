"""What rendering a text gives, and what the givers of names and files answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from space.kit.fields import first_words
from space.mediawiki import is_wikimedia


class File(NamedTuple):
    """Where an upload is. With a width it is a picture; `srcset` names its smaller sizes."""

    url: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""


class Quote(NamedTuple):
    """Whose words stand in an attributed quote, and the address of the post they are from."""

    name: str
    number: int
    address: str


class Note(NamedTuple):
    """What is told in place of words that are folded, and in which language."""

    words: str
    language: str = ""

    @property
    def sign(self) -> str:
        """Where only plain words can stand."""
        return f"⚠ {self.words}".strip()


# Given all that a text might mean, in one call; answer for what there is. People: name to address.
# Posts: address to what a bare link to it should say. Files: reference to file. Notes: quotes to what somebody
# should know before they read them.
People = Callable[[set[str]], dict[str, str]]
Posts = Callable[[set[str]], dict[str, str]]
Files = Callable[[set[str]], dict[str, File]]
Notes = Callable[[set[Quote]], dict[Quote, Note]]


def nobody(_wanted: set[str]) -> dict[str, str]:
    return {}


def nothing(_wanted: set[str]) -> dict[str, File]:
    return {}


def no_note(_wanted: set[Quote]) -> dict[Quote, Note]:
    return {}


# Of the first words of a text, where it stands in a list: so many signs.
EXCERPT = 200


@dataclass(frozen=True, slots=True)
class Rendered:
    """Safe HTML, and what a reader of the text would find in it, each once and in order.

    `mentions` are names as they were asked of `people`, outside of quotes; `links` are addresses
    outside of this site; `posts` are addresses of posts here; `uploads` are what the text shows or
    offers of our own files; `text` is what search looks at: no tags, no attributed quotes.
    """

    html: str
    text: str
    mentions: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    links: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    uploads: tuple[str, ...] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """Hosts outside of this site that the text links to."""
        return frozenset(filter(None, map(_host, self.links)))

    @property
    def strange_links(self) -> tuple[str, ...]:
        """Links that leave the movement: what limits for newcomers count."""
        return tuple(link for link in self.links if not is_wikimedia(_host(link)))

    def excerpt(self, longest: int = EXCERPT) -> str:
        """The beginning of the text in one line, cut after a word where there are spaces."""
        return first_words(self.text, longest)


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").lower()
    except ValueError:
        return ""
