"""Many events that came at once from a calendar elsewhere, in one line."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.events.models import Event
from space.notifications import causes, kinds
from space.notifications.kinds import Kind, Said
from space.notifications.models import Notification

ADDED = "events-added"


def register() -> None:
    """Called once, when everything is there."""
    from space.events.actions.telling_added import of_added

    label = pgettext_lazy("kind of notification", "Many events at once")
    explanation = pgettext_lazy(
        "kind of notification", "A calendar elsewhere brought many events to a category that you watch."
    )
    kinds.register(Kind(ADDED, label, explanation, icon="calendar", tell=words_of, order=69))
    causes.register(ADDED, of_added)


def words_of(lines: Sequence[Notification], reader: Reader) -> Mapping[int, Said]:
    """As long as its reader sees the first of them."""
    seen = Event.objects.visible_to(reader).in_lists().select_related("imported__source")
    events = seen.in_bulk({line.things[0] for line in lines})
    return {line.pk: _said(line, events[line.things[0]]) for line in lines if line.things[0] in events}


def _said(line: Notification, event: Event) -> Said:
    return Said(
        text=_text(line.number, event),
        url=f"{reverse('events:calendar')}?view=list",
        why=pgettext_lazy("why", "You watch where these events stand."),
        change=reverse("discuss:levels"),
    )


def _text(number: int, event: Event) -> SafeString:
    imported = getattr(event, "imported", None)
    if imported is None:
        text = npgettext("notification", "%(n)d event came", "%(n)d events came", number)
        return mark_safe(text % {"n": number})
    text = npgettext(
        "notification", "%(n)d event came from %(name)s", "%(n)d events came from %(name)s", number
    )
    return mark_safe(text % {"n": number, "name": format_html("<bdi>{}</bdi>", imported.source.name)})
