"""The conversation of a review beside its story: the last posts, and every note that is still open."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.blog.models import Note, Story
from space.blog.passages import Pointed
from space.blog.permissions import can_resolve
from space.discuss.models import Post, Topic
from space.discuss.permissions import can_reply
from space.kit import clock
from space.languages import mark
from space.web.times import ago, iso

SHOWN = 8


class SayForm(forms.Form):
    passage = forms.CharField(
        label=pgettext_lazy("note form", "Passage"),
        help_text=pgettext_lazy(
            "note form",
            "To point at words of the text, select or copy them. Leave it empty to speak of the whole.",
        ),
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
        required=False,
    )
    text = forms.CharField(
        label=pgettext_lazy("note form", "What do you think?"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        max_length=32_000,
        error_messages={"required": pgettext_lazy("form", "Write something first.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": uuid4()}, auto_id="id_say_%s")
        self.fields["text"].widget.attrs.pop("maxlength", None)


class Spoken(NamedTuple):
    """A post beside the story. Of a note: its passage, whether it was resolved, and where that is changed."""

    pk: int
    by: Face
    url: str
    html: str
    lang: str
    dir: str
    ago: str
    iso: str
    noting: Mapping[str, str]
    passage: str = ""
    anchor: str = ""
    found: bool = False
    resolved_by: str = ""
    resolve_url: str = ""


class Conversation(NamedTuple):
    """`refusal` says why this reader does not take part, if so."""

    url: str
    posts: list[Spoken]
    more: int
    open_notes: int
    refusal: str


def posts_beside(story: Story, reader: Reader) -> list[Post]:
    """As far as this reader may read them: at most the last few, and those whose note is open."""
    beside = Post.objects.visible_to(reader).filter(topic=story.room_id, number__gt=1)
    last = list(beside.order_by("-number").values_list("pk", flat=True)[:SHOWN])
    wanted = beside.filter(Q(pk__in=last) | Q(note__isnull=False, note__resolved_at=None))
    return list(
        wanted.select_related("author", "note__edition", "note__resolved_by", "topic").order_by("number")
    )


def pointers(posts: list[Post], edition: int) -> list[Pointed]:
    """The open notes on this edition."""
    notes = [note for post in posts if (note := note_of(post))]
    return [
        Pointed(_anchor(note), note.passage)
        for note in notes
        if not note.resolved_at and note.edition_id == edition
    ]


def conversation(
    story: Story, room: Topic | None, posts: list[Post], found: set[str], reader: Reader
) -> Conversation | None:
    """None where this reader sees no conversation, or there is none yet."""
    if room is None:
        return None
    verdict = can_reply(reader, room)
    spoken = [_spoken(story, post, found, reader) for post in posts]
    return Conversation(
        url=room.get_absolute_url(),
        posts=spoken,
        more=max(0, room.posts_count - 1 - len(spoken)),
        open_notes=sum(bool(one.passage and not one.resolved_by) for one in spoken),
        refusal="" if verdict else str(verdict.reason),
    )


def note_of(post: Post) -> Note | None:
    note: Note | None = getattr(post, "note", None)
    return note


def _spoken(story: Story, post: Post, found: set[str], reader: Reader) -> Spoken:
    lang = mark(post.language)
    note = note_of(post)
    more: Mapping[str, Any] = _of_note(story, note, found, reader) if note else {}
    return Spoken(
        pk=post.pk,
        by=face_of(post.author),
        url=post.get_absolute_url(),
        html=post.html,
        lang=lang.lang,
        dir=lang.dir,
        ago=ago(post.created_at, clock.now()),
        iso=iso(post.created_at),
        noting=post.noting,
        **more,
    )


def _of_note(story: Story, note: Note, found: set[str], reader: Reader) -> dict[str, Any]:
    may = can_resolve(reader, story, note)
    return {
        "passage": note.passage,
        "anchor": _anchor(note),
        "found": _anchor(note) in found,
        "resolved_by": note.resolved_by.name if note.resolved_by else "",
        "resolve_url": reverse("blog:resolve", args=[story.pk, note.pk]) if may else "",
    }


def _anchor(note: Note) -> str:
    return f"note-{note.pk}"
