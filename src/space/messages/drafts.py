"""A message that somebody has begun is kept like a draft of Discuss."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.drafts.forms import keep_also
from space.discuss.drafts.places import Drafts, Place, register
from space.discuss.drafts.purposes import Purpose
from space.messages.permissions import can_message

TO_BEGIN = Purpose("message")


def register_drafts() -> None:
    """Called once, from `ready()`."""
    keep_also({"to": 6_000}, {})
    register("message", _messages, of_one=False)


def _messages(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    place = Place(pgettext("draft", "New message"), can_message(reader), reverse("messages:new"))
    return {draft.key: place for _, draft in drafts}
