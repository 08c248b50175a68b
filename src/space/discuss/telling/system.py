"""What this place itself says to somebody about their part in it."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.rooms import categories
from space.discuss.trust_words import how
from space.notifications.kinds import Said


def of_trust(trust: int, reader: Reader) -> Said | None:
    """More trust, and what one can do with it."""
    if trust not in Trust.values:
        return None
    told = pgettext("notification", "You have a new level of trust here: %(trust)s")
    return Said(
        text=mark_safe(told % {"trust": format_html("<b>{}</b>", Trust(trust).label)}),
        url=reverse("accounts:preferences"),
        words=str(how(trust)),
        why=pgettext_lazy("why", "It is about yourself."),
    )


def of_moderator(category: int, reader: Reader) -> Said | None:
    found = next((one for one in categories(reader) if one.pk == category), None)
    if found is None:
        return None
    told = pgettext("notification", "You look after the category %(category)s now")
    return Said(
        text=mark_safe(told % {"category": format_html("<bdi>{}</bdi>", found.name)}),
        url=found.get_absolute_url(),
        words=pgettext("notification", "Thank you. You can close, move and hide what stands there."),
        why=pgettext_lazy("why", "It is about yourself."),
    )
