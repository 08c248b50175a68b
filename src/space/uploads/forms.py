from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.kit.rules import Refusal, Verdict
from space.uploads import refusals


class FileForm(forms.Form):
    file = forms.FileField(
        label=pgettext_lazy("upload", "File"),
        help_text=pgettext_lazy(
            "upload",
            "JPEG, PNG, GIF, WebP, AVIF, SVG or PDF. What a picture says of you and your camera is taken out.",
        ),
        required=False,
        allow_empty_file=True,
    )
    alt = forms.CharField(
        label=pgettext_lazy("upload", "What it shows"),
        help_text=pgettext_lazy("upload", "Read out to people who do not see the picture."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, verdict: Verdict = True, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verdict = verdict
        self.too_large = too_large

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        if self.too_large:
            raise refusals.too_large()
        if not cleaned.get("file"):
            raise refusals.nothing_sent()
        return cleaned


class PictureForm(FileForm):
    """A picture of oneself: nothing is said beside it, because a name always is."""

    alt = None  # type: ignore[assignment]
    file = forms.FileField(
        label=pgettext_lazy("picture", "A picture"),
        help_text=pgettext_lazy(
            "picture",
            "JPEG, PNG, GIF, WebP or AVIF. We keep a small square from its middle and nothing else: not the place, "
            "not the camera. Everybody can see it.",
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/jpeg,image/png,image/gif,image/webp,image/avif"}
        ),
        required=False,
        allow_empty_file=True,
    )


class RemovingForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("picture", "Why"),
        help_text=pgettext_lazy("picture", "It is written down beside your name."),
        max_length=500,
        error_messages={"required": pgettext_lazy("picture", "Say why, so that others understand it later.")},
    )
