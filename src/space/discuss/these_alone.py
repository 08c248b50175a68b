"""Who can read a private conversation, in words."""

from django.db.models import F
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.names import in_address
from space.discuss.models import Audience, Participant, Topic

# So many are named.
_NAMED = 8


def these_alone(topic: Topic) -> SafeString:
    """Names those who can read; of many, the first."""
    found = Participant.objects.still().filter(topic=topic).order_by("pk")
    everybody = list(found.values_list(F("person__name"), flat=True))
    shown = format_html_join(
        pgettext("between names", ", "),
        '<a href="{}"><bdi translate="no">{}</bdi></a>',
        ((reverse("accounts:person", args=[in_address(name)]), name) for name in everybody[:_NAMED]),
    )
    if (more := len(everybody) - _NAMED) > 0:
        said = npgettext(
            "audience",
            "Only these people can read: {names} and {n} other.",
            "Only these people can read: {names} and {n} others.",
            more,
        )
        return format_html(said, names=shown, n=more)
    return format_html(pgettext("audience", "Only these people can read: {names}."), names=shown)


def those_in(topic: Topic) -> tuple[int, ...]:
    """Who reads a private conversation: what is kept of its page is kept for exactly these."""
    if topic.audience != Audience.PEOPLE:
        return ()
    found = Participant.objects.still().filter(topic=topic).order_by("person")
    return tuple(found.values_list(F("person"), flat=True))
