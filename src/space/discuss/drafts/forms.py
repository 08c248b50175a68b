from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import pgettext_lazy

from space.discuss.numbers import POST_AT_MOST
from space.kit.fields import tidy

# Words of forms, and how long they may be at most, right or wrong.
_WORDS = {"title": 1_000, "tags": 1_000, "summary": 1_000, "content_note": 1_000}
_WORDS |= {"poll-question": 1_000, "poll-options": 30_000}
_CHOICES = {
    "language": 20,
    "for_group": 3,
    "began": 40,
    "clashed": 3,
    "noted": 1_000,
    "poll-way": 20,
    "poll-at_most": 20,
    "poll-ballots": 20,
    "poll-results": 20,
    "poll-closes_at": 40,
}
_SEVERAL: set[str] = set()
# What somebody has written when there is something to keep.
_SAYS_SOMETHING = ("text", "title", "poll-question", "poll-options")
_POLL = ("poll-question", "poll-options")


def keep_also(words: dict[str, int], choices: dict[str, int], several: Iterable[str] = ()) -> None:
    """Fields of other apps' forms, and how long they may be at most; those of which several values are sent.

    Called from `ready()`.
    """
    _WORDS.update(words)
    _CHOICES.update(choices)
    _SEVERAL.update(several)


def text_at_most() -> int:
    """A text that is too long to be sent can still be kept, while it is made shorter."""
    return 2 * POST_AT_MOST()


class Several(forms.HiddenInput):
    """Values of one field that are sent one by one, kept with spaces between them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        sent = data.getlist(name) if isinstance(data, MultiValueDict) else [data.get(name, "")]
        return " ".join(filter(None, sent))


class DraftForm(forms.Form):
    """Whatever a form holds in which one writes, right or wrong, within bounds; nothing that it does not know."""

    text = forms.CharField(required=False, strip=False)
    category = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    post = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)
    key = forms.UUIDField(required=False)
    draft = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, longest in (_WORDS | _CHOICES).items():
            widget = Several() if name in _SEVERAL else None
            self.fields[name] = forms.CharField(
                required=False, strip=False, max_length=longest, widget=widget
            )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(tidy(text)) > text_at_most():
            too_long = pgettext_lazy("draft", "This text is too long to be kept. Make it shorter, or two.")
            raise ValidationError(too_long, code="too_long")
        return text

    @property
    def data_to_keep(self) -> dict[str, Any]:
        """The fields that say something; nothing where nobody has written a word."""
        given = {name: tidy(one) if isinstance(one, str) else one for name, one in self.cleaned_data.items()}
        if not any(given[name].strip() for name in _SAYS_SOMETHING):
            return {}
        has_poll = any(given[name].strip() for name in _POLL)
        kept = {name: one for name, one in given.items() if one and name not in {"key", "draft"}}
        return {name: one for name, one in kept.items() if has_poll or not name.startswith("poll-")}

    @property
    def version(self) -> int:
        version: int | None = self.cleaned_data["draft"]
        return version or 0

    @property
    def form_key(self) -> UUID | None:
        key: UUID | None = self.cleaned_data["key"]
        return key
