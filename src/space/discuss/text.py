"""From what a person typed to what is kept: markup with the people, posts and files it names looked up."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse

from space import markup
from space.accounts import names
from space.accounts.former import formerly
from space.accounts.models import Nature, User
from space.accounts.readers import NOBODY, Reader
from space.discuss.circles import group_alone
from space.discuss.models import Post, Revision, Topic
from space.discuss.numbers import POST_AT_MOST
from space.discuss.quoted import Setting, led_on, notes_for
from space.groups.naming import groups_called
from space.languages import Guess, guess
from space.languages.guessing import is_enough, words_only
from space.uploads import text as uploads

_TOPIC = re.compile(r"/(?:discuss/t/(?:[^/]+/)?|t/)(\d{1,15})(?:/|$)")


@dataclass(frozen=True)
class Text:
    """A rendered text and the accounts it names."""

    source: str
    language: str
    rendered: markup.Rendered
    named: tuple[int, ...]
    # Groups it names, whether or not their members are told.
    groups: tuple[int, ...] = ()
    # The group whose members alone read it, where there is one.
    among: int | None = None
    # Where it was rendered for.
    setting: Setting | None = None
    # Nobody said its language, and what it looks like is not sure enough.
    is_unsure: bool = False

    def stored(self) -> dict[str, Any]:
        """The columns of a post that follow from its text."""
        return {
            "source": self.source,
            "language": self.language,
            "html": self.rendered.html,
            "renderer": markup.VERSION,
        }


class People:
    """Looks up all names of a text together, and remembers whom it found. A group has what no person is called."""

    def __init__(self, among: int | None = None) -> None:
        self.among = among
        self.found: dict[str, int] = {}
        self.groups: dict[str, int] = {}

    def __call__(self, asked: set[str]) -> dict[str, str]:
        known = User.objects.filter(name__in=asked, nature=Nature.PERSON, is_active=True)
        self.found = dict(known.values_list("name", "pk"))
        before = formerly(asked - self.found.keys())
        self.found |= {name: person.pk for name, person in before.items()}
        now = {name: before[name].name if name in before else name for name in self.found}
        groups = groups_called(asked - self.found.keys(), self.among)
        self.groups = {name: one.pk for name, one in groups.items()}
        people = {name: reverse("accounts:person", args=[names.in_address(now[name])]) for name in self.found}
        return {**{name: one.get_absolute_url() for name, one in groups.items()}, **people}


def compose(
    source: str,
    *,
    by: User | Reader,
    language: str = "",
    otherwise: str = "",
    among: int | None = None,
    setting: Setting | None = None,
) -> Text:
    """Render a text. Its language is the one given, else the one it shows surely, else `otherwise` and unsure.

    Names lead to people, `upload:12` shows a file that the writer sees, addresses of public topics say their title.
    Where the members of one group alone read (`among`, or its `setting` says so), the group can be named also if it is
    unlisted. Quotes are folded behind what those may know who read it in its setting.
    """
    among = group_alone(setting.place) if setting else among
    people = People(among)
    source = markup.tidy(source)
    looks = Guess(language, sure=True) if language else guess(source, reads=tuple(by.languages))
    language = looks.code if looks.sure else otherwise
    rendered = markup.render(
        source,
        language=language,
        people=people,
        posts=titles,
        files=uploads.files(by),
        notes=notes_for(setting),
        home=settings.ORIGIN,
        longest=max(markup.LONGEST, POST_AT_MOST()),
    )
    rendered = replace(rendered, html=led_on(rendered.html, setting))
    named = (people.found[name] for name in rendered.mentions if name in people.found)
    groups = (people.groups[name] for name in rendered.mentions if name in people.groups)
    is_unsure = not looks.sure and is_enough(words_only(source), looks.code)
    return Text(
        source,
        language,
        rendered,
        tuple(dict.fromkeys(named)),
        tuple(dict.fromkeys(groups)),
        among,
        setting,
        is_unsure,
    )


def compose_again(source: str, *, by: User, language: str, on: Post | Revision) -> markup.Rendered:
    """What a text that is stored gives today. Its files are those that it showed; no limit of today cuts it."""
    setting = Setting.of(on if isinstance(on, Post) else on.post)
    rendered = markup.render(
        source,
        language=language,
        people=People(group_alone(setting.place)),
        posts=titles,
        files=uploads.files_on(on, otherwise=by),
        notes=notes_for(setting),
        home=settings.ORIGIN,
        longest=len(source),
    )
    return replace(rendered, html=led_on(rendered.html, setting))


def titles(addresses: set[str]) -> dict[str, str]:
    """What a bare address of ours should say. Only public titles: a text is read by people we do not know yet."""
    topics = {address: int(match[1]) for address in addresses if (match := _TOPIC.match(address))}
    known = Topic.objects.visible_to(NOBODY).filter(pk__in=topics.values()).values_list("pk", "title")
    named = dict(known)
    return {address: named[pk] for address, pk in topics.items() if pk in named}


def slug_of(title: str, longest: int = 80) -> str:
    """The words of a title for its address, in their own script; `topic` where there are none."""
    kept = "".join(c if _in_word(c) else "-" for c in unicodedata.normalize("NFC", title.lower()))
    words = [word for word in kept.split("-") if word]
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) + 1 > longest:
            break
        slug = f"{slug}-{word}" if slug else word[:longest]
    return slug or "topic"


def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
