"""The answer of a solved question, shown under the question with the way to all of it."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.faces import face
from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.languages import mark
from space.web import fragments

_LONGEST = 280


def answer_html(topic: Topic, reader: Reader) -> SafeString:
    """Kept by the topic's version, which rises with every edit of its posts."""
    key = (topic.pk, topic.version)

    def build(_: object) -> dict[tuple[int, int], str]:
        return {key: _rendered(topic, reader)}

    return mark_safe(fragments.kept("answer", [key], build, language=get_language() or "")[key])


def _rendered(topic: Topic, reader: Reader) -> str:
    found = Post.objects.visible_to(reader).filter(pk=topic.answer.post_id)
    row = found.values_list(
        "number", "author_id", "author__name", "language", "html", "content_note", "note_language"
    ).first()
    if row is None:
        return ""
    number, author, name, *words = row
    brief = Post(**dict(zip(("language", "html", "content_note", "note_language"), words, strict=True)))
    shown = {
        "number": number,
        "url": f"{topic.get_absolute_url()}{number}",
        "author": vars(face(author, name)),
        **mark(brief.brief_language)._asdict(),
        "excerpt": brief.brief(_LONGEST),
    }
    return render_to_string("discuss/_answer.html", {"answer": shown})
