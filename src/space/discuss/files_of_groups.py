"""What was sent into the rooms of a group: files and pictures, as far as a reader sees the posts that hold them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from space.accounts.readers import Reader
from space.discuss.addresses import address_of
from space.discuss.models import Audience, Post
from space.groups.models import Group
from space.languages import mark
from space.uploads.models import Hanging, Upload
from space.uploads.text import picture

_ON_THE_PAGE, _A_PAGE = 6, 30
_SIZES = "(max-width: 640px) 50vw, 200px"


@dataclass(frozen=True)
class Sent:
    """A file with the post that holds it, ready-made for a list."""

    file: Upload
    picture: SafeString | str
    by: str
    bytes: int
    title: str
    lang: str
    dir: str
    url: str


def files_of_group(group: Group, reader: Reader) -> dict[str, Any] | None:
    """On its page: what was sent last. Nobody but those inside is asked for."""
    found, more = some_files(group, reader, at_most=_ON_THE_PAGE)
    if not found:
        return None
    return {"files": found, "url": reverse("discuss:files_of_group", args=[group.slug]) if more else ""}


def page_of_files(group: Group, reader: Reader, before: int | None) -> dict[str, Any]:
    """One page of all of them, those that were sent last first."""
    found, more = some_files(group, reader, at_most=_A_PAGE, before=before)
    here = reverse("discuss:files_of_group", args=[group.slug])
    older = f"{here}?before={found[-1].file.pk}" if more else ""
    return {"files": found, "older": older, "newest": here if before is not None else ""}


def some_files(
    group: Group, reader: Reader, *, at_most: int, before: int | None = None
) -> tuple[list[Sent], bool]:
    """So many of them, and whether there are more. The same three questions, however many there are."""
    if group.pk not in reader.groups:
        return [], False
    seen = posts_inside(group, reader)
    hung = Hanging.objects.filter(thing_kind=Post._meta.label_lower, thing_id__in=seen.values("pk"))
    rows = Upload.objects.visible_to(reader).filter(pk__in=hung.values("upload"))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.select_related("owner").order_by("-pk")[: at_most + 1])
    shown = found[:at_most]
    where = dict(hung.filter(upload__in=shown).order_by("-thing_id").values_list("upload", "thing_id"))
    posts = seen.select_related("topic").in_bulk(set(where.values()))
    sent = [_sent(one, posts[where[one.pk]]) for one in shown if where.get(one.pk) in posts]
    return sent, len(found) > at_most


def posts_inside(group: Group, reader: Reader) -> QuerySet[Post]:
    """What this reader may read in its rooms, without what moderators keep out of every list."""
    inside = {"topic__audience": Audience.GROUP, "topic__group": group.pk, "topic__unlisted": False}
    return Post.objects.visible_to(reader).filter(**inside)


def _sent(file: Upload, post: Post) -> Sent:
    """Where it was sent more than once it stands with the post that came first."""
    words = mark(post.topic.language)
    return Sent(
        file,
        picture(file, file.alt, sizes=_SIZES) if file.is_picture else "",
        file.owner.name,
        file.bytes,
        post.topic.title,
        words.lang,
        words.dir,
        address_of(post.topic.slug, post.topic_id, post.number),
    )
