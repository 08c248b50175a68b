"""The words of what the newsroom tells, made when they are read, of what the reader may see then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.blog.models import Edition, Story, Taken
from space.blog.newsroom.history import sentence
from space.languages import autonym, mark
from space.moderation.models import LogEntry
from space.notifications.kinds import About, Said
from space.notifications.models import Notification
from space.web.moments import Moment, said

# Why somebody is told; of `WAITS` the line tells of the story itself, of all others of a step.
AUTHOR, REVIEWER, LANGUAGE, BOARD, WAITS = "author", "reviewer", "language", "board", "waits"
# Of what is written for a group.
LEADER = "leader"

_WHY: Mapping[str, str | Promise] = {
    AUTHOR: pgettext_lazy("why", "You are one of its authors."),
    REVIEWER: pgettext_lazy("why", "You review this story."),
    LANGUAGE: pgettext_lazy("why", "You review stories in its language."),
    BOARD: pgettext_lazy("why", "You are on the editorial board."),
    LEADER: pgettext_lazy("why", "You decide about the stories of its group."),
    WAITS: pgettext_lazy("why", "It waits for you, or for somebody of the editorial board."),
}


@dataclass(frozen=True)
class Found:
    """All that the lines of one page tell of: three queries, however many lines."""

    taken: dict[int, Taken]
    stories: dict[int, Story]
    originals: dict[int, Edition]


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    found = _found(lines, reader)
    return {line.pk: _said(line, found) for line in lines}


def of_board(entry: int, reader: Reader) -> Said:
    """Somebody belongs to the editorial board."""
    return Said(
        text=pgettext("notification", "You belong to the editorial board now"),
        url=reverse("blog:newsroom"),
        words=pgettext("notification", "Thank you. You can schedule and publish stories, and say no kindly."),
        why=pgettext_lazy("why", "It is about yourself."),
    )


def of_reviewer(entry: int, reader: Reader) -> Said:
    codes = LogEntry.objects.filter(pk=entry).values_list("codes", flat=True).first() or {}
    told = pgettext("notification", "You review stories in %(language)s now")
    name = format_html("<bdi>{}</bdi>", autonym(str(codes.get("language", ""))))
    return Said(
        text=mark_safe(told % {"language": name}),
        url=reverse("blog:to_review"),
        words=pgettext("notification", "Thank you. You are told when one is sent to review."),
        why=pgettext_lazy("why", "It is about yourself."),
    )


def _found(lines: Sequence[Notification], reader: Reader) -> Found:
    steps = {thing for line in lines if line.because != WAITS for thing in line.things}
    taken = Taken.objects.select_related("by").in_bulk(steps)
    wanted = {one.story_id for one in taken.values()}
    wanted |= {thing for line in lines if line.because == WAITS for thing in line.things}
    stories = Story.objects.visible_to(reader).in_bulk(wanted)
    editions = Edition.objects.visible_to(reader).filter(story__in=stories, is_original=True)
    return Found(taken, stories, {edition.story_id: edition for edition in editions})


def _said(line: Notification, found: Found) -> Said:
    taken = None if line.because == WAITS else found.taken.get(line.things[0])
    story = found.stories.get(taken.story_id if taken else line.things[0])
    if story is None or (taken is None and line.because != WAITS):
        return Said(
            text=pgettext("notification", "A story of which you were told has left the newsroom"),
            url=reverse("blog:newsroom"),
            why=_WHY.get(line.because, ""),
            change=reverse("notifications:wishes"),
        )
    lang, original = mark(story.language), found.originals[story.pk]
    text, words = _told(taken, story) if taken else (_waiting(line, story), "")
    return Said(
        text=text,
        url=story.desk_url,
        about=About(original.title or pgettext("story", "Untitled"), story.desk_url, lang.lang, lang.dir),
        words=words,
        why=_WHY.get(line.because, ""),
        change=reverse("notifications:wishes"),
    )


def _told(taken: Taken, story: Story) -> tuple[str, str]:
    """What was done, and the reason in the words of who decided; of a schedule, its moment."""
    words = taken.reason
    if taken.step == "schedule" and story.publish_at:
        words = said(Moment(story.publish_at, story.publish_zone))
    return sentence(taken), words


def _waiting(line: Notification, story: Story) -> str:
    days = max(1, (line.at - story.stage_since).days)
    told = npgettext(
        "notification",
        "This story has waited for a review for %(n)d day",
        "This story has waited for a review for %(n)d days",
        days,
    )
    return told % {"n": days}
