"""From `[[w:fr:Cameroun]]` to an address, as the wikis do it, without asking one."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from django.conf import settings

from space.mediawiki import titles

_MOST_PREFIXES = 5
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """Where a wiki link leads; `text` is what to show where the writer named nothing."""

    url: str
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A wiki on the way through the prefixes: one address, or a project and a language."""

    address: str = ""
    project: str = ""
    language: str = "en"

    @property
    def pattern(self) -> str:
        return self.address or f"https://{self.language}.{self.project}/wiki/$1"

    @property
    def is_wiki(self) -> bool:
        return self.pattern.endswith("/wiki/$1")

    def calls_itself(self, prefix: str) -> bool:
        """`Wikipedia:` on a Wikipedia is a namespace, and no way to another wiki."""
        return prefix in self.pattern.split("/")[2].split(".")

    def through(self, prefix: str) -> "_Place | None":
        leads_to = _prefixes().get(prefix, "")
        if leads_to.startswith("@"):
            language = leads_to[1:] or prefix
            return _Place(project=self.project or "wikipedia.org", language=language)
        if not leads_to or self.calls_itself(prefix):
            return None
        if leads_to.startswith("*"):
            return replace(self, address="", project=leads_to[1:])
        return _Place(address=leads_to)


@cache
def _prefixes() -> dict[str, str]:
    lines = files("space.mediawiki").joinpath("interwiki.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def is_prefix(name: str) -> bool:
    """Whether wiki links can begin so: `phab:T1` is one, whatever else stands before a colon is not."""
    return name.lower() in _prefixes()


def resolve(target: str) -> Link | None:
    """The page that `[[target]]` means, or None where a wiki would see no link either.

    Prefixes may be chained, stand in any case, and begin with a colon. Without one it is a page
    of `SPACE_HOME_WIKI`.
    """
    if len(target) > _LONGEST:
        return None
    shown, _, section = (titles.tidy(part) for part in target.partition("#"))
    shown = shown.removeprefix(":").lstrip()
    place, title = _followed(shown)
    if not shown or not titles.is_title(title):
        return None
    if place.is_wiki and ".wiktionary." not in place.pattern:
        title = title[:1].upper() + title[1:]
    url = place.pattern.replace("$1", titles.in_address(title))
    if section:
        url += "#" + titles.section_in_address(section)
    return Link(url, f"{shown}#{section}" if section else shown, title)


def _followed(target: str) -> tuple[_Place, str]:
    """Walk through the prefixes of a target; what is left is the title."""
    place = _Place(address=settings.HOME_WIKI)
    for _ in range(_MOST_PREFIXES):
        prefix, colon, rest = target.partition(":")
        following = place.through(prefix.strip().casefold().replace(" ", "_")) if colon else None
        if not following:
            break
        place, target = following, rest.strip()
        if not place.is_wiki:
            break
    return place, target


def task(number: int | str) -> str:
    """Address of a task on Phabricator, where the movement keeps what is to be done."""
    return _prefixes()["phab"].replace("$1", f"T{number}")


_WIKIMEDIA = (
    "wikipedia.org", "wikimedia.org", "wikidata.org", "wiktionary.org", "wikibooks.org", "wikiquote.org",
    "wikisource.org", "wikinews.org", "wikiversity.org", "wikivoyage.org", "wikifunctions.org",
    "mediawiki.org", "wikimediafoundation.org", "toolforge.org", "wmcloud.org", "translatewiki.net",
)  # fmt: skip


def is_wikimedia(host: str) -> bool:
    """Whether a host belongs to the movement: links there are no advertising, however new the writer is."""
    return host.endswith(tuple(f".{name}" for name in _WIKIMEDIA)) or host in _WIKIMEDIA
