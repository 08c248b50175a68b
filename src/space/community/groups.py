from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Group(Enum):
    """Where a setting stands on the page; in this order."""

    LOOK = "look"
    TEXTS = "texts"
    LISTS = "lists"
    WRITING = "writing"
    EVENTS = "events"
    GROUPS = "groups"
    LIMITS = "limits"
    NEWCOMERS = "newcomers"
    TRUST = "trust"
    SAFETY = "safety"
    FILES = "files"
    ENTRANCE = "entrance"

    @property
    def label(self) -> str | Promise:
        return _LABELS[self]


_LABELS: dict[Group, str | Promise] = {
    Group.LOOK: pgettext_lazy("group of settings", "Name and look"),
    Group.TEXTS: pgettext_lazy("group of settings", "Texts"),
    Group.LISTS: pgettext_lazy("group of settings", "Lists and pages"),
    Group.WRITING: pgettext_lazy("group of settings", "Writing"),
    Group.EVENTS: pgettext_lazy("group of settings", "Calendar and map"),
    Group.GROUPS: pgettext_lazy("group of settings", "Groups"),
    Group.LIMITS: pgettext_lazy("group of settings", "Limits"),
    Group.NEWCOMERS: pgettext_lazy("group of settings", "Newcomers"),
    Group.TRUST: pgettext_lazy("group of settings", "Trust"),
    Group.SAFETY: pgettext_lazy("group of settings", "Flags and moderation"),
    Group.FILES: pgettext_lazy("group of settings", "Files"),
    Group.ENTRANCE: pgettext_lazy("group of settings", "Signing in"),
}
