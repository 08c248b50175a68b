"""A small picture that stands on every page. It is kept with the settings: no file, and gone when they are."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import pgettext

from space.community.kinds import Kind


@dataclass(frozen=True)
class Picture:
    """Bytes that were made anew and are safe to show."""

    content_type: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """Stands in its address, so that browsers may keep it for ever."""
        return sha256(self.data).hexdigest()[:16]


@dataclass(frozen=True)
class OnePicture(Kind[Picture | None]):
    """A picture, or none."""

    at_most: int
    content_types: tuple[str, ...]

    def checked(self, given: Picture | None) -> Picture | None:
        if given is None:
            return None
        if given.content_type not in self.content_types:
            raise ValidationError(pgettext("setting", "Send a drawing (SVG) or a PNG."), code="unknown_kind")
        if len(given.data) > self.at_most:
            text = pgettext("setting", "This picture is too large to stand on every page: at most %(most)s.")
            raise ValidationError(text, code="too_large", params={"most": filesizeformat(self.at_most)})
        return given

    def stored(self, value: Picture | None) -> Any:
        return value and {"type": value.content_type, "data": b64encode(value.data).decode()}

    def loaded(self, raw: Any) -> Picture | None:
        return self.checked(Picture(raw["type"], b64decode(raw["data"])))

    def said(self, value: Picture | None) -> str:
        if not value:
            return pgettext("setting", "ours")
        return pgettext("setting", "a picture of your own")
