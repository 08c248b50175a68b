"""Where a list stands: everything, a category, a tag, a person. Each place has all orders, and filters on top."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import Coalesce
from django.http import Http404
from django.urls import reverse

from space.accounts import names
from space.accounts.faces import Face, face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.lists.wanted import PERSONAL, Filters, Order, Wanted
from space.discuss.models import Category, Period, Tag
from space.discuss.rooms import categories, room
from space.discuss.tagging.known import meant
from space.languages import Choice, choice
from space.search.within import within


@dataclass(frozen=True)
class Place:
    """A place for lists, as this reader sees it. Its address ends where the order begins."""

    address: str
    category: Category | None = None
    below: tuple[Category, ...] = ()
    tag: Tag | None = None
    author: User | None = None

    @property
    def thing(self) -> Category | Tag | None:
        """What one can mute here."""
        return self.category or self.tag

    @property
    def face(self) -> Face | None:
        return face_of(self.author) if self.author else None

    @property
    def posts(self) -> str:
        """Where all posts of this person are listed, and not only the topics."""
        return posts_of(self.author) if self.author else ""

    @property
    def is_everything(self) -> bool:
        return not (self.category or self.tag or self.author)

    @property
    def within(self) -> str:
        """How one searches in it."""
        if self.category:
            return within("category", self.category.slug)
        if self.tag:
            return within("tag", self.tag.name)
        return within("by", self.author.name) if self.author else ""

    @property
    def first(self) -> str:
        """The order of who has not asked for one."""
        return self.category.first_list if self.category else Order.LATEST

    def of(self, order: str, filters: Filters, **more: str) -> str:
        """The address of one list of this place."""
        path = self.address if order == self.first else f"{self.address}{order}"
        query = filters.query
        said = urlencode({name: value for name, value in more.items() if value})
        return f"{path}{query}{'&' if query else '?'}{said}" if said else f"{path}{query}"

    def feed_of(self, order: str, filters: Filters, period: str = "") -> str:
        """The address of its feed: the last slash becomes the suffix. Lists of somebody have none."""
        if order in PERSONAL:
            return ""
        path, _, query = self.of(order, filters, period=period).partition("?")
        return f"{path.rstrip('/')}.atom{'?' if query else ''}{query}"

    @property
    def rooms(self) -> tuple[Category, ...]:
        """The category and those below it; nothing elsewhere."""
        return (self.category, *self.below) if self.category else ()

    @property
    def name(self) -> str:
        """Under which it is remembered that it shows one's own languages alone."""
        thing = self.category or self.tag or self.author
        return (
            f"{'person' if self.author else type(thing).__name__.lower()}:{thing.pk}" if thing else "discuss"
        )

    def spoken(self, filters: Filters, reader: Reader) -> Choice:
        """Which languages the lists of this place show: what the address says, else what was switched to."""
        return choice(filters.speaks, reader.languages, remembered=self.name in reader.narrowed)

    def wanted(self, order: str, filters: Filters, reader: Reader) -> Wanted:
        """What a list of this place asks for; 404 for a category that this reader may not see."""
        spoken = self.spoken(filters, reader)
        tags = tuple(dict.fromkeys([*([self.tag.name] if self.tag else []), *filters.tags]))
        return Wanted(
            order=order,
            filters=filters.but(tags=tags, languages=() if spoken.is_mine else spoken.also, switched=""),
            reads=spoken.also if spoken.is_mine else (),
            categories=tuple(one.pk for one in self._rooms(filters, reader)),
            author=self.author.pk if self.author else 0,
        )

    def _rooms(self, filters: Filters, reader: Reader) -> list[Category]:
        if not self.category and not filters.category:
            return []
        found = self if self.category else in_category(filters.category, reader)
        return list(found.rooms if filters.below else found.rooms[:1])


def everything() -> Place:
    return Place(reverse("discuss:latest"))


def in_category(slug: str, reader: Reader) -> Place:
    """A category that this reader may see, or 404."""
    found = room(reader, slug)
    if found is None:
        raise Http404
    below = tuple(one for one in categories(reader) if one.parent_id == found.pk)
    return Place(found.get_absolute_url(), category=found, below=below)


def under_tag(name: str, reader: Reader) -> Place:
    """A tag, with its synonyms as `also`. One that this reader may not know of is as good as none."""
    named = Tag.objects.filter(name=name.lower()).values(tag=Coalesce("stands_for", "pk"))
    also = Tag.objects.filter(stands_for=OuterRef("pk")).order_by("name").values("name")
    tags = Tag.objects.visible_to(reader).filter(pk__in=named).select_related("group")
    tag = tags.annotate(also=ArraySubquery(also)).first()
    if tag is None:
        raise Http404
    return Place(tag.get_absolute_url(), tag=tag)


def by_person(name: str) -> Place:
    """The topics that somebody began."""
    author = User.objects.filter(name=names.from_address(name)).first()
    if author is None:
        raise Http404
    return Place(topics_of(author), author=author)


def topics_of(person: User) -> str:
    return reverse("discuss:by", args=[names.in_address(person.name)])


def posts_of(person: User) -> str:
    return reverse("discuss:by_posts", args=[names.in_address(person.name)])


def as_called_today(filters: Filters) -> Filters:
    """Old addresses name tags by words that are synonyms now."""
    return filters.but(tags=meant(filters.tags)) if filters.tags else filters


def periods_of(order: str, asked: str) -> str:
    """The period of Top that an address asks for; the week where it asks for none."""
    return asked if order == Order.TOP and asked in Period.values and asked != Period.HOT else ""
