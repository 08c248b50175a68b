"""What one has said of lists: what they leave out, and whom one follows. For oneself alone."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts import names
from space.accounts.faces import face
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import KINDS
from space.discuss.models import Following, Level, Topic
from space.discuss.numbers import NEW_DAYS
from space.discuss.rooms import categories
from space.languages import mark

# More of one kind than this is not shown at once; what is let go of makes room.
_AT_MOST, _ALTOGETHER = 100, 1_000
_DAYS = (1, 2, 3, 7, 14, 30)
_AS_HERE, _SINCE_VISIT = "", "0"


class WishesForm(forms.Form):
    hidden_kinds = forms.MultipleChoiceField(
        label=pgettext_lazy("lists", "Leave out of Latest and New"),
        choices=lambda: list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    new_days = forms.ChoiceField(
        label=pgettext_lazy("lists", "A topic is new"), choices=lambda: new_choices(), required=False
    )

    @classmethod
    def of(cls, reader: Reader, data: Any = None) -> "WishesForm":
        taste = Taste.of(reader)
        days = _AS_HERE if taste.new_days is None else str(taste.new_days)
        return cls(data, initial={"hidden_kinds": list(taste.hidden_kinds), "new_days": days})

    def clean_new_days(self) -> int | None:
        chosen = self.cleaned_data["new_days"]
        return int(chosen) if chosen else None


def new_choices() -> list[tuple[str, str]]:
    here = pgettext("lists", "As this place has it: %(days)s") % {"days": _for_days(NEW_DAYS())}
    visit = pgettext("lists", "Since my last visit")
    return [(_AS_HERE, here), (_SINCE_VISIT, visit), *((str(n), _for_days(n)) for n in _DAYS)]


def _for_days(n: int) -> str:
    return npgettext("lists", "for %(n)d day", "for %(n)d days", n) % {"n": n}


@dataclass(frozen=True)
class Wish:
    """One thing that one mutes or follows, and the form by which one lets go of it."""

    name: str
    url: str
    action: str
    # The hidden field that names it, where the address does not.
    field: str = ""
    value: str = ""
    lang: str = ""
    dir: str = "auto"
    is_person: bool = False


def wishes(reader: Reader) -> list[dict[str, Any]]:
    """All of them by what they are; only what there is. Costs three queries, however many there are."""
    said = Following.objects.filter(person=reader.pk).select_related("category", "tag", "other")
    latest = list(said.order_by("-at", "-pk")[:_ALTOGETHER])
    followed, muted = (
        [one for one in latest if one.level > Level.NORMAL],
        [one for one in latest if one.level < Level.NORMAL],
    )
    parts = [
        ("followed", pgettext("lists", "People you follow"), _people(followed)),
        ("people", pgettext("lists", "Muted people"), _people(muted)),
        ("categories", pgettext("lists", "Muted categories"), _rooms(muted, reader)),
        ("tags", pgettext("lists", "Muted tags"), _tags(muted)),
        ("topics", pgettext("lists", "Muted topics"), _topics(reader)),
    ]
    return [
        {"name": name, "title": title, "wishes": found[:_AT_MOST], "more": len(found) > _AT_MOST}
        for name, title, found in parts
        if found
    ]


def _people(said: list[Following]) -> list[Wish]:
    return [_person(one.other) for one in said if one.other]


def _person(other: User) -> Wish:
    shown = face(other.pk, other.name)
    value = names.in_address(other.name)
    return Wish(other.name, shown.url, reverse("discuss:follow"), "person", value, is_person=True)


def _rooms(said: list[Following], reader: Reader) -> list[Wish]:
    """Those that one may still see."""
    ids = [one.category_id for one in said if one.category_id]
    action = reverse("discuss:follow")
    return [
        Wish(one.name, one.get_absolute_url(), action, "category", one.slug, *mark(one.language))
        for one in categories(reader)
        if one.pk in ids
    ]


def _tags(said: list[Following]) -> list[Wish]:
    action = reverse("discuss:follow")
    tags = [one.tag for one in said if one.tag]
    return [Wish(f"#{tag.name}", tag.get_absolute_url(), action, "tag", tag.name) for tag in tags]


def _topics(reader: Reader) -> list[Wish]:
    return [_topic(one) for one in _muted_topics(reader)[: _AT_MOST + 1]]


def _topic(topic: Topic) -> Wish:
    action, said = reverse("discuss:level", args=[topic.pk]), mark(topic.language)
    return Wish(topic.title, topic.get_absolute_url(), action, lang=said.lang, dir=said.dir)


def _muted_topics(reader: Reader) -> QuerySet[Topic]:
    seen = Topic.objects.visible_to(reader)
    return seen.filter(read_marks__person=reader.pk, read_marks__level=Level.MUTED).order_by(
        "-read_marks__at"
    )
