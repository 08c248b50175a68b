"""Forms about a topic as a whole: what it is called, where it stands, whether it stays."""

from datetime import UTC, datetime, time, timedelta
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.forms import clean_title
from space.discuss.models import Category, Topic
from space.discuss.numbers import TITLE_AT_MOST
from space.discuss.permissions import (
    can_pin_everywhere,
    can_start,
)
from space.discuss.rooms import categories
from space.discuss.tagging.wanted import tags_wanted
from space.discuss.topic_rules import (
    can_change,
    can_move,
    opens_wider,
)
from space.kit import clock
from space.kit.rules import Refusal

SAY_WIDER = pgettext_lazy("form", "Say here that you want this.")


def wider_field() -> forms.BooleanField:
    """Whoever lets more people read what others wrote says expressly that they want it."""
    return forms.BooleanField(
        label=pgettext_lazy("form", "Yes, let more people read all of this"),
        required=False,
        help_text=pgettext_lazy(
            "form",
            "Needed where people could read it who cannot read it now. They will see everything in it, "
            "earlier versions and titles too. Those who wrote here trusted that only a few would read it.",
        ),
    )


class ChangeForm(forms.Form):
    """Each field brings along what it said when it was shown: only what this person changed is changed.

    So two who change different things at once both have their way.
    """

    title = forms.CharField(
        label=pgettext_lazy("form", "Title"),
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
        show_hidden_initial=True,
    )
    category = forms.ModelChoiceField(
        queryset=Category.objects.none(),
        label=pgettext_lazy("form", "Category"),
        empty_label=None,
        show_hidden_initial=True,
    )
    wider = wider_field()
    tags = forms.CharField(
        label=pgettext_lazy("form", "Tags"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "Words that help to find it, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
        show_hidden_initial=True,
    )

    def __init__(self, *args: Any, reader: Reader, topic: Topic, tags: list[str], **kwargs: Any) -> None:
        kwargs["initial"] = {"title": topic.title, "category": topic.category_id, "tags": ", ".join(tags)}
        super().__init__(*args, **kwargs)
        self.reader, self.topic, self.has = reader, topic, tags
        rooms = [one for one in categories(reader) if self._may_stand_in(one)]
        _rooms(self, reader, rooms)
        if not any(opens_wider(topic, room) for room in rooms):
            del self.fields["wider"]

    def _may_stand_in(self, room: Category) -> bool:
        return room.pk == self.topic.category_id or bool(can_move(self.reader, self.topic, room))

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"]) if "title" in self.changed_data else self.topic.title

    def clean_tags(self) -> list[str]:
        if "tags" not in self.changed_data:
            return self.has
        return tags_wanted(self.cleaned_data["tags"], self.reader, has=self.has)

    def clean(self) -> dict[str, Any]:
        verdict = can_change(self.reader, self.topic)
        if isinstance(verdict, Refusal):
            raise ValidationError(str(verdict.reason), code="refused")
        room = self.cleaned_data.get("category")
        opens = "category" in self.changed_data and room is not None and opens_wider(self.topic, room)
        if opens and not self.cleaned_data.get("wider"):
            self.add_error("wider", SAY_WIDER)
        return self.cleaned_data

    @property
    def wanted(self) -> dict[str, Any]:
        """What is to be another than it was when the form was shown."""
        names = ("title", "category", "tags")
        return {name: self.cleaned_data[name] for name in names if name in self.changed_data}


class PinForm(forms.Form):
    CATEGORY, EVERYWHERE = "category", "everywhere"

    where = forms.ChoiceField(
        label=pgettext_lazy("pinning", "Where it stands on top"),
        widget=forms.RadioSelect,
        initial=CATEGORY,
    )
    until = forms.DateField(
        label=pgettext_lazy("pinning", "Last day"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=pgettext_lazy("pinning", "Without a day it stays on top until somebody unpins it."),
    )

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(self.CATEGORY, pgettext_lazy("pinning", "In its category"))]
        if can_pin_everywhere(reader):
            choices.append((self.EVERYWHERE, pgettext_lazy("pinning", "In every list of all conversations")))
        cast(forms.ChoiceField, self.fields["where"]).choices = choices

    def clean_until(self) -> datetime | None:
        """The end of that day, wherever the reader is: a day more or less does no harm."""
        day = self.cleaned_data["until"]
        if day is None:
            return None
        end = datetime.combine(day + timedelta(days=1), time(), tzinfo=UTC)
        if end <= clock.now():
            raise ValidationError(
                pgettext_lazy("pinning", "This day is over. Choose a later one."), code="over"
            )
        return end


class DeleteForm(forms.Form):
    """Moderators say why; authors owe nobody a reason for what is their own."""

    reason = forms.CharField(
        label=pgettext_lazy("deleting", "Why"),
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=pgettext_lazy("deleting", "Moderators read it in the log."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_own = own
        if own:
            del self.fields["reason"]


class ManyForm(forms.Form):
    """What moderators do with the topics that they chose in a list; `do` says which of the fields it needs."""

    NEEDS: ClassVar = {"tag": "tags", "move": "category"}
    use_required_attribute = False

    tags = forms.CharField(
        label=pgettext_lazy("choosing", "Tags to add"),
        max_length=500,
        help_text=pgettext_lazy("choosing", "With commas between them. The tags that are there stay."),
        error_messages={"required": pgettext_lazy("choosing", "Write at least one tag.")},
    )
    category = forms.ModelChoiceField(
        queryset=Category.objects.none(),
        label=pgettext_lazy("choosing", "Where to"),
        empty_label=pgettext_lazy("form", "Choose where it belongs"),
        error_messages={"required": pgettext_lazy("choosing", "Choose a category.")},
    )
    reason = forms.CharField(
        label=pgettext_lazy("form", "Why it ends here"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "Readers see it under the last post."),
    )

    def __init__(self, *args: Any, reader: Reader, do: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.do, self.reader = do, reader
        open_ones = [one for one in categories(reader) if not one.is_archive and can_start(reader, one)]
        _rooms(self, reader, open_ones)
        for name in self.NEEDS.values() if self.is_bound else ():
            self.fields[name].required = name == self.NEEDS.get(do)

    def clean_tags(self) -> list[str]:
        tags = tags_wanted(self.cleaned_data["tags"], self.reader)
        if self.do == "tag" and not tags:
            raise ValidationError(self.fields["tags"].error_messages["required"], code="required")
        return tags


def _rooms(form: forms.Form, reader: Reader, rooms: list[Category]) -> None:
    chosen = cast("forms.ModelChoiceField[Category]", form.fields["category"])
    found = Category.objects.visible_to(reader).filter(pk__in=[room.pk for room in rooms])
    chosen.queryset = found.select_related("group").in_order()
