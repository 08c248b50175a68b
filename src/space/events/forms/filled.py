"""What the form of an event begins with."""

from typing import Any

from space.accounts.readers import Reader
from space.discuss.models import Post
from space.events.forms.event import guests_typed
from space.events.forms.fields import people_typed, point_typed, spoken_typed
from space.events.forms.repeating import UNTIL, repeats_typed
from space.events.forms.where import BOTH, ON_SITE, ONLINE
from space.events.models import Event, Status
from space.events.when import Span

_AS_THEY_ARE = (
    "zone", "place", "address", "region", "country", "place_follows", "online_url", "online_for_going", "wiki_url",
    "capacity", "first_day", "first_time",
)  # fmt: skip


def from_event(event: Event, reader: Reader) -> dict[str, Any]:
    """All that it says now. Expects its topic and organisers; what `reader` may not see of its text is not there."""
    post = Post.objects.visible_to(reader).filter(topic=event.topic_id, number=1).first()
    return {
        **{name: getattr(event, name) for name in _AS_THEY_ARE},
        **repeats_typed(event.rule, event.first_day),
        "more_days": "\n".join(day.isoformat() for day in event.more_days),
        "title": event.topic.title,
        "text": post.source if post else "",
        "language": event.topic.language,
        "last_time": event.last_time,
        "last_day": None if _ends_as_one_expects(event.span) else event.last_day,
        "all_day": event.is_all_day,
        "how": BOTH if event.is_on_site and event.is_online else ONLINE if event.is_online else ON_SITE,
        "point": point_typed(event.latitude, event.longitude),
        "place_before": event.place,
        "point_before": point_typed(event.latitude, event.longitude),
        "tentative": event.status == Status.TENTATIVE,
        "types": list(event.types),
        "projects": list(event.projects),
        "spoken": spoken_typed(event.languages),
        "tags": ", ".join(tag.name for tag in event.topic.tags.all()),
        "organisers": people_typed(one.person for one in event.organisers.all()),
        "guests": guests_typed(event.guests_may_come),
    }


def another_like(event: Event, reader: Reader) -> dict[str, Any]:
    """For one that is added anew: the same but for its days, and without what was special about that one."""
    begun = from_event(event, reader)
    for name in ("first_day", "last_day", "more_days", "until", "tentative"):
        begun.pop(name, None)
    if begun.get("ends") == UNTIL:
        begun.pop("ends")
    others = (one.person for one in event.organisers.all() if one.person_id != reader.pk)
    return begun | {"organisers": people_typed(others)}


def _ends_as_one_expects(span: Span) -> bool:
    """Its last day need not be said: it is the first, or the night goes on over midnight."""
    if span.first_time is None or span.last_time is None:
        return span.first_day == span.last_day
    nights = (span.last_day - span.first_day).days
    return nights == 0 or (nights == 1 and span.last_time < span.first_time)
