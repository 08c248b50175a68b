"""The form under a topic: the same for everybody who may choose the same languages, so it is kept and filled in."""

from uuid import uuid4

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.forms import ReplyForm, language_choices
from space.discuss.models import Topic
from space.web import fragments

# Where a kept form holds what is of one page or one person.
_TOKEN, _KEY, _ACTION, _TOPIC = "\x01", "\x02", "\x03", "\x04"


def composer_under(topic: Topic, reader: Reader, request: HttpRequest, action: str) -> SafeString:
    """An empty form to reply with. Expects that this reader may."""
    languages = tuple(code for code, _ in language_choices(reader, topic.language))

    def build(_: object) -> dict[tuple[str, ...], str]:
        form = ReplyForm(reader=reader, verdict=True, language=topic.language, initial={"key": _KEY})
        context = {
            "form": form,
            "action": _ACTION,
            "topic": {"pk": _TOPIC},
            "docked": True,
            "csrf_token": _TOKEN,
        }
        return {languages: render_to_string("discuss/_composer.html", context)}

    html = fragments.kept("composer", [languages], build, language=get_language() or "")[languages]
    html = html.replace(_TOKEN, get_token(request)).replace(_KEY, str(uuid4()))
    return mark_safe(html.replace(_ACTION, escape(action)).replace(_TOPIC, str(topic.pk)))
