"""Why somebody was told, in a sentence, and where that is changed."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import pgettext, pgettext_lazy

from space.discuss.models import Topic
from space.discuss.telling.people import (
    ASKED,
    CALLED,
    CATEGORY,
    MENTION,
    MESSAGE,
    MOVED,
    QUOTE,
    REACTION,
    REPLY,
    TAG,
)
from space.notifications.models import Notification

_OF_KIND: dict[str, str | Promise] = {
    MENTION: pgettext_lazy("why", "Your name stands in this post."),
    CALLED: pgettext_lazy("why", "The name of a group that you belong to stands in this post."),
    ASKED: pgettext_lazy("why", "You belong to the group that is asked."),
    REPLY: pgettext_lazy("why", "Somebody answered a post of yours."),
    QUOTE: pgettext_lazy("why", "Somebody quoted words of yours."),
    MESSAGE: pgettext_lazy("why", "You take part in this private conversation."),
    REACTION: pgettext_lazy("why", "These are reactions to what you wrote."),
    MOVED: pgettext_lazy("why", "You began this topic or watch it."),
}


def why_of(
    line: Notification, topic: Topic, places: Mapping[tuple[str, int], str]
) -> tuple[str | Promise, str]:
    """The sentence, and the page on which one says otherwise."""
    if line.kind == MOVED and line.things != [0]:
        return pgettext("why", "You wrote posts that were moved."), reverse("notifications:wishes")
    if line.kind in _OF_KIND:
        return _OF_KIND[line.kind], reverse("notifications:wishes")
    place = places.get((line.because, line.because_of), "")
    if line.because == CATEGORY and place:
        return pgettext("why", "You watch the category “%(name)s”.") % {"name": place}, _levels("categories")
    if line.because == TAG and place:
        return pgettext("why", "You watch the tag “%(name)s”.") % {"name": place}, _levels("tags")
    return pgettext("why", "You watch this topic."), _levels("topics", q=topic.title)


def _levels(show: str, **more: str) -> str:
    return f"{reverse('discuss:levels')}?{urlencode({'show': show, **more})}"
