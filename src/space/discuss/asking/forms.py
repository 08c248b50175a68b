"""Forms about questions to a group."""

from typing import Any, cast

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.asking.known import open_rooms
from space.discuss.forms import TopicForm
from space.discuss.models import Asking, Category
from space.discuss.permissions import takes_topics
from space.kit.fields import one_line


class AskGroupForm(TopicForm):
    """A question whose category the group has chosen."""

    def __init__(self, *args: Any, room: Category | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room
        del self.fields["category"]
        self.fields["title"].label = pgettext_lazy("form", "Your question in one sentence")
        self.fields["title"].help_text = ""

    @property
    def named(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "tags")}


class QuestionsForm(forms.Form):
    """Whether a group takes questions, and if so about what, and where they stand."""

    # Who turns it off need not say the rest.
    use_required_attribute = False

    takes = forms.BooleanField(
        label=pgettext_lazy("group", "Everybody may ask this group"),
        help_text=pgettext_lazy(
            "group",
            "Questions and answers are public: everybody can read them, search engines too. "
            "What was asked stays when you turn this off.",
        ),
        required=False,
    )
    about = forms.CharField(
        label=pgettext_lazy("group", "What one can ask it"),
        help_text=pgettext_lazy("group", "One sentence. People read it before they ask."),
        max_length=cast(int, Asking._meta.get_field("about").max_length),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": pgettext_lazy("group", "Say what people can ask.")},
    )
    category = forms.ModelChoiceField(
        queryset=Category.objects.none(),
        label=pgettext_lazy("group", "Where its questions stand"),
        help_text=pgettext_lazy(
            "group", "A category that everybody reads. Its moderators look after the questions as well."
        ),
        empty_label=pgettext_lazy("form", "Choose where it belongs"),
        error_messages={"required": pgettext_lazy("group", "Choose a category.")},
    )

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("about", "category"):
            self.fields[name].required = not self.is_bound or bool(self.data.get("takes"))
        rooms = [one.pk for one in open_rooms() if takes_topics(reader, one)]
        found = Category.objects.visible_to(reader).filter(pk__in=rooms).in_order()
        cast("forms.ModelChoiceField[Category]", self.fields["category"]).queryset = found

    @classmethod
    def of(cls, asking: Asking | None, data: Any, reader: Reader) -> "QuestionsForm":
        first: dict[str, Any] = {}
        if asking:
            first = {
                "takes": asking.ended_at is None,
                "about": asking.about,
                "category": asking.category_id,
            }
        return cls(data, reader=reader, initial=first)

    def clean_about(self) -> str:
        return one_line(self.cleaned_data["about"])
