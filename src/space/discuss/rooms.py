"""Categories as pages show them: few, read on every page, changed rarely, so they are kept in the process."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.models import Category, Door
from space.groups.actions import GROUPS
from space.languages import mark
from space.web import fragments
from space.web.keeping import Store
from space.web.versions import ledger

_TAG = "rooms"
# One entry for each set of groups that readers have; a closed group's category is in its members' entry only.
_store: Store[tuple[int, tuple[Category, ...]]] = Store(2_000_000)


@dataclass(frozen=True)
class Room:
    """A category with those below it."""

    category: Category
    children: tuple[Category, ...]

    @property
    def lang(self) -> str:
        return mark(self.category.language).lang

    @property
    def dir(self) -> str:
        return mark(self.category.language).dir

    @property
    def is_closed(self) -> bool:
        """Nobody starts topics there any more. Of an archive that goes without saying."""
        return self.category.who_starts == Door.NOBODY and not self.category.is_archive


def categories(reader: Reader) -> tuple[Category, ...]:
    """All categories this reader may see, in order. Costs one query, or none where they are kept."""
    return _kept(reader)[1]


def _kept(reader: Reader) -> tuple[int | None, tuple[Category, ...]]:
    """The categories, and the moment at which they were read if they can be kept."""
    key = (reader.is_member, reader.groups)
    kept = _store.get(key)
    # They say whose they are, and groups can get another name.
    if kept and ledger.unchanged((_TAG, GROUPS), since=kept[0]):
        return kept
    moment = ledger.moment()
    found = _read(reader)
    if moment is not None:
        _store.put(key, (moment, found), 1000 * (len(found) + 1))
    return moment, found


def _read(reader: Reader) -> tuple[Category, ...]:
    return tuple(Category.objects.visible_to(reader).select_related("group", "about").in_order())


def moment_of_rooms(reader: Reader) -> int | None:
    """Names the state of this reader's categories, for what is kept beside them; None where nothing can be."""
    return _kept(reader)[0]


def side(reader: Reader) -> SafeString:
    """The column beside a list: the categories, ready-made."""
    moment = moment_of_rooms(reader)
    key = (moment, reader.is_member, reader.groups)

    def build(_: object = None) -> dict[tuple[int | None, bool, frozenset[int]], str]:
        return {key: render_to_string("discuss/_rooms.html", {"rooms": rooms(reader)})}

    made = build() if moment is None else fragments.kept("rooms", [key], build, language=get_language() or "")
    return mark_safe(made[key])


def rooms(reader: Reader) -> list[Room]:
    """The categories in two levels. A child whose parent one may not see stands at the top."""
    return _in_rooms(categories(reader))


def rooms_as_they_are(reader: Reader) -> list[Room]:
    """The same from the database: for who has changed them a moment ago, before this process has heard of it."""
    return _in_rooms(_read(reader))


def _in_rooms(all_of_them: tuple[Category, ...]) -> list[Room]:
    known = {category.pk for category in all_of_them}
    tops = [category for category in all_of_them if category.parent_id not in known]
    return [Room(top, tuple(c for c in all_of_them if c.parent_id == top.pk)) for top in tops]


def in_two_levels(reader: Reader) -> list[Category]:
    """The categories in the order of pages: each with those below it right after it."""
    return [category for one in rooms(reader) for category in (one.category, *one.children)]


def room(reader: Reader, slug: str) -> Category | None:
    return next((category for category in categories(reader) if category.slug == slug), None)


def about_url(category: Category) -> str:
    """The topic that says what a category is for, if it is there: a deleted or moved one has another audience."""
    about = category.about
    alike = about and (about.category_id, about.audience) == (category.pk, category.audience)
    return about.get_absolute_url() if about and alike else ""
