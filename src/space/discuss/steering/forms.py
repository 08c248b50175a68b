"""Where posts go: to a new topic, or to one that is there."""

from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.actions.moving_choice import there_already
from space.discuss.closings import topic_at
from space.discuss.forms import clean_title
from space.discuss.models import Category, Kind, Topic
from space.discuss.moved import topic_now
from space.discuss.numbers import TITLE_AT_MOST
from space.discuss.room_field import RoomField
from space.discuss.similar import similar_topics
from space.discuss.steering.chosen import Chosen
from space.discuss.tagging.wanted import tags_wanted
from space.discuss.topic_forms import wider_field
from space.discuss.topic_rules import can_move_posts, can_split_into, can_take_posts
from space.kit.fields import whole_number
from space.kit.rules import Refusal, Verdict

NEW, THERE = "new", "there"


class MoveForm(forms.Form):
    """Only what stands below the chosen way is asked for. What is found by words of a title stands in `topic`."""

    KINDS: ClassVar = [(kind.value, kind.label) for kind in (Kind.CONVERSATION, Kind.QUESTION)]
    use_required_attribute = False

    posts = forms.CharField(widget=forms.HiddenInput)
    where = forms.ChoiceField(
        label=pgettext_lazy("moving posts", "Where to"),
        widget=forms.RadioSelect,
        choices=[
            (NEW, pgettext_lazy("moving posts", "A new topic")),
            (THERE, pgettext_lazy("moving posts", "A topic that is there")),
        ],
    )
    title = forms.CharField(
        label=pgettext_lazy("form", "Title"),
        required=False,
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    category = RoomField(
        label=pgettext_lazy("form", "Category"),
        required=False,
        empty_label=pgettext_lazy("form", "Choose where it belongs"),
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("moving posts", "Kind"), choices=KINDS, required=False, initial=Kind.CONVERSATION
    )
    tags = forms.CharField(
        label=pgettext_lazy("form", "Tags"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "Words that help to find it, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    address = forms.CharField(
        label=pgettext_lazy("moving posts", "The other topic"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("moving posts", "Its address, its number, or words of its title."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    topic = forms.ChoiceField(
        label=pgettext_lazy("moving posts", "Which of these?"), required=False, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=pgettext_lazy("moving posts", "Why"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=pgettext_lazy("moving posts", "It stands in the moderation log."),
    )
    wider = wider_field()

    def __init__(self, *args: Any, reader: Reader, source: Topic, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, self.source = reader, source
        self.into: Topic | Category | None = None
        cast(RoomField, self.fields["category"]).let(reader)
        for name in ("title", "category", "address"):
            self.fields[name].is_needed_sometimes = True  # type: ignore[attr-defined]
        self.found = self._found()
        cast(forms.ChoiceField, self.fields["topic"]).choices = self.found

    def clean_posts(self) -> Chosen:
        chosen = Chosen.of(self.cleaned_data["posts"])
        if not chosen:
            raise ValidationError(pgettext_lazy("moving posts", "Choose posts first."), code="none")
        return chosen

    def clean(self) -> dict[str, Any]:
        self._require(can_move_posts(self.reader, self.source), None)
        if self.cleaned_data.get("where") == NEW:
            self._clean_new()
        elif self.cleaned_data.get("where") == THERE:
            self._clean_there()
        return self.cleaned_data

    def _clean_new(self) -> None:
        data = self.cleaned_data
        for name, clean in (
            ("title", clean_title),
            ("tags", lambda words: tags_wanted(words, self.reader)),
        ):
            if name in data:
                try:
                    data[name] = clean(data[name])
                except ValidationError as wrong:
                    self.add_error(name, wrong)
        room = data.get("category")
        if room is None and "category" not in self.errors:
            self.add_error("category", pgettext_lazy("choosing", "Choose a category."))
        elif room and self._require(can_split_into(self.reader, room), "category"):
            self.into = room

    def _clean_there(self) -> None:
        typed = self.cleaned_data.get("address", "").strip()
        if not typed:
            words = pgettext_lazy("moving posts", "Say which topic: its address, its number, or words of it.")
            self.add_error("address", words)
            return
        into = _topic_named(self.cleaned_data.get("topic") or typed, self.reader)
        if into is None:
            self._not_found()
        elif into.pk == self.source.pk:
            self.add_error("address", there_already())
        elif self._require(can_take_posts(self.reader, into), "address"):
            self.into = into

    def _not_found(self) -> None:
        if self.found:
            self.add_error("topic", pgettext_lazy("moving posts", "Choose the one that you mean."))
        else:
            words = pgettext_lazy(
                "moving posts", "There is no such topic. Copy its address from your browser."
            )
            self.add_error("address", words)

    def _require(self, verdict: Verdict, field: str | None) -> bool:
        if isinstance(verdict, Refusal):
            self.add_error(field, ValidationError(str(verdict.reason), code="refused"))
            return False
        return True

    def _found(self) -> list[tuple[str, str]]:
        """Topics whose titles are like what was typed, where that is no address."""
        typed = self.data.get("address", "").strip() if self.is_bound else ""
        if not typed or whole_number(typed) or "/" in typed:
            return []
        return [
            (one["url"], f"\u2068{one['title']}\u2069")
            for one in similar_topics(self.reader, typed)
            if one["url"] != self.source.get_absolute_url()
        ]


def _topic_named(text: str, reader: Reader) -> Topic | None:
    """By its number or address, also those of a topic that went into it."""
    number = whole_number(text)
    related = Topic.objects.visible_to(reader).select_related("category", "closure", "group")
    found = related.filter(pk=number).first() if number else topic_at(text, reader)
    if found is None and number:
        found = topic_now(reader, number)
    return related.filter(pk=found.pk).first() if found else None
