"""What is asked of a picture: where it is from, whose it is, and what one may do with it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.forms.languages import LanguageField
from space.blog.actions.crediting import Said
from space.blog.credits.found import Found
from space.blog.credits.licences import LICENCES, OTHER, choices
from space.blog.models import WRITTEN, Credit, Source
from space.kit.fields import one_line
from space.kit.rules import Refusal, Verdict
from space.mediawiki import resolve
from space.mediawiki.commons import no_name
from space.mediawiki.files import file_name
from space.mediawiki.searching import is_words
from space.uploads import refusals

_PICTURES = "image/jpeg,image/png,image/gif,image/webp,image/avif,image/svg+xml"
_ASKED = ("author", "author_url", "licence_url", "taken", "description", "description_language")


class CreditFields(forms.Form):
    """Whose a picture is. Of what was sent here its author and licence have to be named."""

    alt = forms.CharField(
        label=pgettext_lazy("picture form", "What it shows"),
        required=False,
        max_length=WRITTEN["alt"],
        help_text=pgettext_lazy(
            "picture form",
            "In a few words, in the language of the story: read out to people who do not see it.",
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    author = forms.CharField(
        label=pgettext_lazy("picture form", "Author"),
        required=False,
        max_length=WRITTEN["author"],
        help_text=pgettext_lazy("picture form", "Who took or drew it; your own name, if it was you."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    author_url = forms.URLField(
        label=pgettext_lazy("picture form", "Address of the author"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    licence = forms.ChoiceField(
        label=pgettext_lazy("picture form", "Licence"), required=False, choices=choices
    )
    licence_words = forms.CharField(
        label=pgettext_lazy("picture form", "Name of another licence"),
        required=False,
        max_length=WRITTEN["licence"],
        help_text=pgettext_lazy(
            "picture form", "One that lets everybody use and change the picture, also for money."
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    licence_url = forms.URLField(
        label=pgettext_lazy("picture form", "Address of that licence"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    taken = forms.CharField(
        label=pgettext_lazy("picture form", "Day"),
        required=False,
        max_length=WRITTEN["taken"],
        help_text=pgettext_lazy("picture form", "Such as 2019-08-30, or in words: about 1900."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    description = forms.CharField(
        label=pgettext_lazy("picture form", "Description"),
        required=False,
        max_length=WRITTEN["description"],
        help_text=pgettext_lazy("picture form", "Stands at the end of the line below the picture."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    description_language = LanguageField(
        label=pgettext_lazy("picture form", "Language of the description"), required=False
    )

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # So it is shown; when it is needed, `ask_for_credit` says.
        self.fields["author"].required = True

    def full_clean(self) -> None:
        self.fields["author"].required = False
        super().full_clean()
        self.fields["author"].required = True

    def ask_for_credit(self) -> None:
        """Called where the picture is not one of which Commons says it all."""
        data = self.cleaned_data
        if not data.get("author"):
            self.add_error("author", _say(pgettext("picture form", "Say who made the picture.")))
        if not self.licence_chosen:
            text = pgettext("picture form", "Choose the licence under which others may use it.")
            self.add_error("licence_words" if data.get("licence") == OTHER else "licence", _say(text))

    @property
    def licence_chosen(self) -> str:
        data = self.cleaned_data
        chosen = str(data.get("licence") or "")
        return one_line(data.get("licence_words") or "") if chosen == OTHER else chosen

    def said(self, source: Source, title: str = "", page_url: str = "") -> Said:
        """As it was written by hand."""
        data = {name: self.cleaned_data.get(name) or "" for name in _ASKED}
        licence = self.licence_chosen
        data["licence_url"] = LICENCES.get(licence, data["licence_url"])
        return Said(source=source, title=title, page_url=page_url, licence=licence, **data)


class PictureForm(CreditFields):
    """A picture for a story: of Commons by its name or address, or one of those that are found for some words; or sent
    here. Where the wiki cannot be asked, both together: the picture of that name, sent here, with what its page says.
    """

    commons = forms.CharField(
        label=pgettext_lazy("picture form", "Picture on Wikimedia Commons"),
        required=False,
        max_length=1000,
        help_text=pgettext_lazy(
            "picture form",
            "Words to search for, or the name of the file or its address: “File:Example.jpg”. Its credit comes along.",
        ),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=pgettext_lazy("picture form", "A picture of yours"),
        required=False,
        allow_empty_file=True,
        help_text=pgettext_lazy(
            "picture form", "JPEG, PNG, GIF, WebP, AVIF or SVG, free to use for everybody."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": _PICTURES}),
    )
    field_order = ("commons", "file")

    def __init__(
        self,
        *args: Any,
        verdict: Verdict = True,
        too_large: bool = False,
        is_needed: bool = True,
        **kwargs: Any,
    ) -> None:
        """Where it is not needed, an empty form is a right answer too."""
        super().__init__(*args, **kwargs)
        self.verdict, self.too_large, self.is_needed = verdict, too_large, is_needed
        # The wiki could not be asked: then the rest is asked for, and the page says so.
        self.asks_by_hand = False
        # What was found for the words; the form then waits for one of them.
        self.found: list[Found] = []
        self.take_name = self.add_prefix("take")
        self.is_taking = self.is_bound and self.take_name in self.data
        if self.is_taking:
            self._take(str(self.data[self.take_name]))

    def _take(self, name: str) -> None:
        """As if that name had been typed."""
        self.data = dict(self.data.items()) | {self.add_prefix("commons"): name}
        self.files = MultiValueDict()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.found

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        if self.too_large:
            raise refusals.too_large()
        given = data.get("commons")
        if given and not file_name(given) and (data.get("file") or not is_words(given)):
            self.add_error("commons", no_name())
        if data.get("file"):
            self.ask_for_credit()
            if self.errors:
                self.ask_again()
        elif self.is_needed and not data.get("commons"):
            text = pgettext("picture form", "Name a picture on Wikimedia Commons, or choose one of yours.")
            raise ValidationError(text, code="nothing")
        return data

    @property
    def is_empty(self) -> bool:
        return not (self.cleaned_data.get("commons") or self.cleaned_data.get("file"))

    @property
    def is_search(self) -> bool:
        return is_words(self.cleaned_data.get("commons") or "")

    @property
    def by_hand(self) -> Said:
        """What was said of the picture that was sent."""
        name = file_name(self.cleaned_data.get("commons") or "")
        if not name:
            return self.said(Source.OWN)
        page = resolve(f"c:File:{name}")
        return self.said(Source.COMMONS, name, page.url if page else "")

    @property
    def is_open(self) -> bool:
        """Whether what one says of a picture of one's own is shown at once."""
        return self.asks_by_hand or any(
            name in self.errors for name in ("file", "author", "licence", "licence_words")
        )

    def ask_again(self) -> None:
        """Where the form comes back the browser has let go of the picture that was sent with it."""
        if self.is_bound and self.files.get(self.add_prefix("file")) and "file" not in self.errors:
            text = pgettext("picture form", "Choose the picture once more.")
            self.add_error("file", ValidationError(text, code="again"))

    def refuse(self, error: ValidationError) -> None:
        """What the wiki, or keeping the picture, said."""
        if self.cleaned_data.get("file"):
            return self.add_error("file", error)
        self.asks_by_hand = error.code in {"off", "unreachable", "busy", "too_large"}
        return self.add_error("commons", error)


class CreditForm(CreditFields):
    """The credit of a picture that is there."""

    def __init__(self, *args: Any, credit: Credit, alt: str, verdict: Verdict, **kwargs: Any) -> None:
        self.verdict, self.credit = verdict, credit
        is_listed = credit.licence in LICENCES
        kwargs["initial"] = {
            **{name: getattr(credit, name) for name in _ASKED},
            "alt": alt,
            "licence": credit.licence if is_listed else OTHER if credit.licence else "",
            "licence_words": "" if is_listed else credit.licence,
            "licence_url": "" if is_listed else credit.licence_url,
        }
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        self.ask_for_credit()
        return self.cleaned_data

    @property
    def changed(self) -> Said:
        """Where it is from stays as it is."""
        return self.said(Source(self.credit.source), self.credit.title, self.credit.page_url)


def _say(text: str) -> ValidationError:
    return ValidationError(text, code="missing")
