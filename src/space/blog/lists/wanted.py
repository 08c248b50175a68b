"""What somebody asks of the Blog, as its addresses say it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Self
from urllib.parse import urlencode

from django.urls import reverse

from space import languages
from space.blog.shown.finding import month_of
from space.kit.fields import one_line

PARAMETERS = ("language", "tag", "region", "author", "year", "q", "page")
_LONGEST = 100
# Years in which stories can be, as addresses hold them.
YEARS = range(1900, 2200)


@dataclass(frozen=True)
class Filters:
    """All of them hold at once."""

    language: str = ""
    tag: str = ""
    region: str = ""
    # The name of a person, or of a guest.
    author: str = ""
    year: int = 0
    q: str = ""
    # Of the archive: its address holds year and month.
    month: int = 0

    @classmethod
    def asked(cls, query: Mapping[str, str], *, year: int = 0, month: int = 0) -> Self:
        asked = query.get("year", "")
        return cls(
            language=languages.canonical(query.get("language", "")[:_LONGEST]),
            tag=one_line(query.get("tag", "")[:_LONGEST]).lower(),
            region=query.get("region", "")[:5],
            author=one_line(query.get("author", "")[:_LONGEST]),
            year=year or (int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in YEARS else 0),
            q=one_line(query.get("q", "")[:_LONGEST]),
            month=month,
        )

    def __bool__(self) -> bool:
        return self != Filters()

    def but(self, **changed: str | int) -> Self:
        return replace(self, **changed)  # type: ignore[arg-type]

    @property
    def path(self) -> str:
        return reverse("blog:month", args=[self.year, self.month]) if self.month else reverse("blog:home")

    @property
    def query(self) -> str:
        """Without what the path says."""
        left_out = {"month", "year"} if self.month else {"month"}
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in left_out}
        return urlencode({name: value for name, value in said.items() if value})

    @property
    def url(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path

    def feed(self, shape: str) -> str:
        """The feed of the same stories. A month's has ended, so it has none: it is the whole Blog's."""
        asked = self.but(month=0, year=0, q="", region="").query
        address = reverse(f"blog:{shape}")
        return f"{address}?{asked}" if asked else address

    def span(self) -> tuple[object, object] | None:
        """From when until when, where a year or a month was asked for."""
        if self.month:
            return month_of(self.year, self.month)
        if self.year:
            return month_of(self.year, 1)[0], month_of(self.year, 12)[1]
        return None
