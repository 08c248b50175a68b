"""What a copy holds, told at its door: a page to open in a browser, and the same as text. In its person's language."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi, npgettext, pgettext

from space.accounts.models import User
from space.accounts.personal import Part
from space.community.look import NAME
from space.kit import clock
from space.privacy.shown import area_of


@dataclass(frozen=True)
class Entry:
    """One thing that is kept: how much there is of it, in which files; or why the copy has nothing of it."""

    what: str
    why: str
    count: str
    text: str = ""
    data: str = ""
    files: tuple[str, ...] = ()
    no_copy: str = ""


@dataclass
class Index:
    """Filled while the copy is written."""

    person: User
    areas: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, part: Part, rows: int, files: list[str]) -> None:
        how_many = npgettext("copy", "%(n)d entry", "%(n)d entries", rows) % {"n": rows}
        entry = Entry(
            what=str(part.what),
            why=str(part.why),
            count=how_many if rows else "",
            text=f"{part.name}.md" if rows else "",
            data=f"{part.name}.json" if rows else "",
            files=tuple(files),
            no_copy=str(part.no_copy),
        )
        self.areas.setdefault(area_of(part), []).append(entry)

    @property
    def title(self) -> str:
        said = pgettext("copy", "All that %(place)s keeps of %(name)s, on %(day)s.")
        day = date_format(clock.now(), "DATE_FORMAT")
        return said % {"place": NAME(), "name": self.person.name, "day": day}

    @property
    def how_to_read(self) -> str:
        return pgettext(
            "copy",
            "Files that end in .md are texts for people: any program that shows plain text opens them. "
            "Those that end in .json hold the same for programs. What there is nothing of stands here without a file.",
        )

    def page(self) -> Iterator[str]:
        sides = "rtl" if get_language_bidi() else "ltr"
        yield render_to_string("privacy/copy.html", {"index": self, "lang": get_language(), "dir": sides})

    def text(self) -> Iterator[str]:
        yield f"# {self.title}\n\n{self.how_to_read}\n"
        for area, entries in self.areas.items():
            yield f"\n## {area}\n\n"
            yield from map(_line, entries)


def _line(entry: Entry) -> str:
    where = [f"`{file}`" for file in (entry.text, entry.data, *entry.files) if file]
    found = f" **{', '.join(filter(None, [entry.count, *where]))}**" if where else " –"
    note = f" {entry.no_copy}" if entry.no_copy else ""
    return f"- {entry.what}.{found}\n  {entry.why}{note}\n"
