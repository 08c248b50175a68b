"""What people are told of translations, and that somebody named them as an author: words made when they are read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.blog.models import Edition, SentBack, Story
from space.discuss.names import named_html
from space.languages import autonym, mark
from space.notifications.kinds import About, Said
from space.notifications.models import Notification

# What happened: the line keeps it as its reason. Of `BACK` the thing is what was said, of `NAMED` the story.
READY, APPROVED, BACK, STALE, WISHED, NAMED = "ready", "approved", "back", "stale", "wished", "named"

_SAID: Mapping[str, str | Promise] = {
    READY: pgettext_lazy("notification", "%(who)s asks for a second reader in %(language)s"),
    APPROVED: pgettext_lazy("notification", "%(who)s approved the translation into %(language)s"),
    BACK: pgettext_lazy("notification", "%(who)s asks for changes in the translation into %(language)s"),
    STALE: pgettext_lazy(
        "notification", "The original was corrected: the translation into %(language)s is behind it"
    ),
    WISHED: pgettext_lazy("notification", "%(who)s began to translate this into %(language)s"),
    NAMED: pgettext_lazy("notification", "%(who)s named you as an author"),
}
_WHY: Mapping[str, str | Promise] = {
    READY: pgettext_lazy("why", "You review stories in its language, or approved it before."),
    APPROVED: pgettext_lazy("why", "You are one of its authors or translators."),
    BACK: pgettext_lazy("why", "You are one of its translators."),
    STALE: pgettext_lazy("why", "You translated it, or approved it."),
    WISHED: pgettext_lazy("why", "You wished for it."),
    NAMED: pgettext_lazy("why", "It is about yourself."),
}


class Found(NamedTuple):
    """All that the lines of one page tell of, in five queries at most."""

    editions: dict[int, Edition]
    stories: dict[int, Story]
    titles: dict[int, str]
    back: dict[int, SentBack]
    names: dict[int, str]


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    found = _found(lines, reader)
    said = {line.pk: _said(line, found) for line in lines}
    return {pk: one for pk, one in said.items() if one}


def _found(lines: Sequence[Notification], reader: Reader) -> Found:
    back = SentBack.objects.in_bulk(_things(lines, BACK))
    wanted = {one.edition_id for one in back.values()} | _things(lines, READY, APPROVED, STALE, WISHED)
    editions = Edition.objects.visible_to(reader).in_bulk(wanted)
    pks = {one.story_id for one in editions.values()} | _things(lines, NAMED)
    stories = Story.objects.visible_to(reader).in_bulk(pks)
    originals = Edition.objects.visible_to(reader).filter(story__in=stories, is_original=True)
    people = User.objects.filter(pk__in={pk for line in lines for pk in line.actors[:1]})
    return Found(
        editions,
        stories,
        dict(originals.values_list("story", "title")),
        back,
        dict(people.values_list("pk", "name")),
    )


def _things(lines: Sequence[Notification], *reasons: str) -> set[int]:
    return {thing for line in lines if line.because in reasons for thing in line.things}


def _said(line: Notification, found: Found) -> Said | None:
    thing, told = line.things[0], found.back.get(line.things[0]) if line.because == BACK else None
    edition = found.editions.get(told.edition_id if told else thing) if line.because != NAMED else None
    story = found.stories.get(edition.story_id if edition else thing if line.because == NAMED else 0)
    if story is None or line.because not in _SAID:
        return None
    if edition is not None:
        edition.story = story
    title = found.titles.get(story.pk) or pgettext("story", "Untitled")
    return Said(
        text=_text(line, edition, found),
        url=_url(line.because, story, edition),
        about=About(title, story.desk_url, *mark(story.language)),
        words=told.words if told else "",
        why=_WHY[line.because],
        change=reverse("notifications:wishes"),
    )


def _text(line: Notification, edition: Edition | None, found: Found) -> SafeString:
    language = format_html("<bdi>{}</bdi>", autonym(edition.language)) if edition else ""
    who = named_html([found.names.get(pk, "") for pk in line.actors[:1]])
    return mark_safe(str(_SAID[line.because]) % {"who": who, "language": language})


def _url(because: str, story: Story, edition: Edition | None) -> str:
    if edition is None:
        return story.desk_url
    if because == READY:
        return reverse("blog:approve", args=[story.pk, edition.language])
    return edition.edit_url if because in (BACK, STALE) else edition.get_absolute_url()
