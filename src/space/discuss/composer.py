"""The one form in which people write: a reply, a topic, a question, an edit.

Under a topic it is the same for everybody who may choose the same languages, so it is kept and filled in.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.allowances import Allowances
from space.discuss.asking.known import Asked, answered_for
from space.discuss.drafts.filling import filled
from space.discuss.drafts.purposes import Purpose
from space.discuss.forms import ReplyForm
from space.discuss.hints import hint_for, reminder_for
from space.discuss.models import Draft, Topic
from space.discuss.text_language import language_choices
from space.kit import clock
from space.kit.form_keys import new_key
from space.web import fragments, menu, panels
from space.web.times import ago, iso

# Where a kept form holds what is of one page or one person; no topic has this id.
_TOKEN, _KEY, _ACTION, _HINT, _TOPIC = "\x01", "\x02", "\x03", "\x04", 2_147_483_647

POST_REPLY = pgettext_lazy("composer", "Post reply")
POST_TOPIC = pgettext_lazy("composer", "Post topic")
POST_QUESTION = pgettext_lazy("composer", "Post question")
SAVE = pgettext_lazy("composer", "Save")


@dataclass(frozen=True)
class Desk:
    """What a composer is for: where its form goes, which draft it keeps, what its button says."""

    purpose: Purpose
    action: str
    send: str | Promise
    # What somebody should know before writing, because it will be refused.
    limits: str = ""
    # What somebody should bear in mind: who is new here; who has written much of this topic.
    reminder: str = ""
    much: str = ""
    cancel: str = ""
    # What others have to say to somebody who writes here: panels of the place "writing".
    hint: str = ""
    docked: bool = False
    # Where one sees how it will look, if not as a post.
    preview: str = ""
    # What stands in the form already.
    draft: Draft | None = None
    # The form has come back with what was typed, because it could not be sent so.
    is_back: bool = False

    @property
    def kept(self) -> dict[str, str] | None:
        """When the draft was kept."""
        if self.draft is None:
            return None
        return {"iso": iso(self.draft.at), "ago": ago(self.draft.at, clock.now())}

    @property
    def topic(self) -> int:
        """Whose people are offered first when one names somebody."""
        return self.purpose.pk if self.purpose.kind == "reply" else 0

    @property
    def draft_url(self) -> str:
        return reverse("discuss:draft", args=[self.purpose.key])

    @property
    def discard_url(self) -> str:
        return reverse("discuss:discard_draft", args=[self.purpose.key])

    @property
    def preview_url(self) -> str:
        if self.preview or not self.topic:
            return self.preview or reverse("discuss:preview")
        return f"{reverse('discuss:preview')}?topic={self.topic}"

    @property
    def guidelines(self) -> str:
        return menu.doors().get("guidelines", "")


def desk_for(
    request: Request,
    purpose: Purpose,
    send: str | Promise,
    *,
    draft: Draft | None,
    cancel: str = "",
    preview: str = "",
    hint: str = "",
    much: str = "",
) -> Desk:
    """For a page of its own, whose form comes back to it."""
    return Desk(
        purpose,
        request.path,
        send,
        _limits(request.user),
        reminder=reminder_for(request.reader),
        much=much,
        cancel=cancel,
        hint=hint,
        preview=preview,
        draft=draft,
        is_back=request.method == "POST",
    )


def composer_under(topic: Topic, reader: Reader, request: Request, action: str) -> SafeString:
    """A form to reply with, empty but for the draft that this reader has begun. Expects that this reader may."""
    told = _Told(_limits(request.user), reminder_for(reader), hint_for(topic))
    languages = tuple(code for code, _ in language_choices(reader, topic.language))
    asked = answered_for(reader, topic)
    key = (languages, told, asked.pk if asked else 0)

    def build(_: object) -> dict[tuple[tuple[str, ...], _Told, int], str]:
        return {key: _rendered(topic, reader, told, asked)}

    if topic.my_draft is None and not told.much:
        language = get_language() or ""
        html = fragments.kept("composer", [key], build, language=language)[key]
    else:
        html = _rendered(topic, reader, told, asked)
    html = html.replace(_TOKEN, get_token(request)).replace(_KEY, str(new_key()))
    html = html.replace(_HINT, hints(topic, request))
    return mark_safe(html.replace(_ACTION, escape(action)).replace(str(_TOPIC), str(topic.pk)))


def hints(topic: Topic, request: Request) -> SafeString:
    return panels.show("writing", topic, request.reader, request)


class _Told(NamedTuple):
    """What a composer says to one person."""

    limits: str
    reminder: str
    much: str


def _rendered(topic: Topic, reader: Reader, told: _Told, asked: Asked | None) -> str:
    initial = filled(topic.my_draft, {}) | {"key": _KEY}
    context = {
        "form": ReplyForm(
            reader=reader,
            verdict=True,
            language=topic.language,
            initial=initial,
            asked=asked,
        ),
        "desk": Desk(
            Purpose("reply", _TOPIC),
            _ACTION,
            POST_REPLY,
            **told._asdict(),
            hint=_HINT,
            docked=True,
            draft=topic.my_draft,
        ),
        "csrf_token": _TOKEN,
    }
    return render_to_string("discuss/_composer.html", context)


def _limits(person: User) -> str:
    return Allowances(person).told_before() if person.is_authenticated else ""
