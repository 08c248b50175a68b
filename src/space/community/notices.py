"""The banner: words on top of all pages, between two moments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.dateparse import parse_datetime
from django.utils.translation import pgettext, pgettext_lazy

from space.community import said
from space.community.kinds import Kind, Texts
from space.community.said import Said


class Level(TextChoices):
    INFO = "info", pgettext_lazy("banner", "Information")
    WARNING = "warning", pgettext_lazy("banner", "Warning")


@dataclass(frozen=True)
class Notice:
    """What it says, how loud, and from when until when. Without a moment it begins at once, or stays."""

    texts: Mapping[str, Said]
    level: str = Level.INFO
    since: datetime | None = None
    until: datetime | None = None

    @cached_property
    def key(self) -> str:
        """By which a browser remembers that it was put away: another one when the words or its time are."""
        words = repr((said.as_json(self.texts), self.level, self.since))
        return sha256(words.encode()).hexdigest()[:12]

    def is_up(self, now: datetime) -> bool:
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)

    def said(self, language: str, otherwise: str) -> Said | None:
        """In this language, else in the other, else in any: a warning that is not understood is still seen."""
        return self.texts.get(language) or self.texts.get(otherwise) or next(iter(self.texts.values()), None)


@dataclass(frozen=True)
class OneNotice(Kind[Notice | None]):
    """A notice, or none."""

    words: Texts

    def checked(self, given: Notice | None) -> Notice | None:
        if given is None or not (kept := self.words.checked(given.texts)):
            return None
        if given.level not in Level.values:
            raise ValidationError(pgettext("setting", "Choose one of the list."), code="unknown")
        if given.since and given.until and given.until <= given.since:
            raise ValidationError(pgettext("banner", "It has to end after it begins."), code="backwards")
        return Notice(kept, str(given.level), given.since, given.until)

    def stored(self, value: Notice | None) -> Any:
        return value and {
            "texts": said.as_json(value.texts),
            "level": value.level,
            "since": value.since.astimezone(UTC).isoformat() if value.since else "",
            "until": value.until.astimezone(UTC).isoformat() if value.until else "",
        }

    def loaded(self, raw: Any) -> Notice | None:
        since, until = (parse_datetime(raw[name]) if raw[name] else None for name in ("since", "until"))
        return self.checked(Notice(said.from_json(raw["texts"]), raw["level"], since, until))

    def said(self, value: Notice | None) -> str:
        return self.words.said(value.texts) if value else pgettext("banner", "none")
