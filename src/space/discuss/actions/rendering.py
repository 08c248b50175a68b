"""Posts and their older versions, rendered again when the renderer gives something else."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F, QuerySet

from space import markup
from space.discuss.actions.indexing import index_posts
from space.discuss.models import GroupMention, Post, Revision, Topic
from space.discuss.text import compose_again
from space.groups.models import Group
from space.web import versions

_BATCH = 50


def render_again(tell: Callable[[int], object] = int, at_most: int | None = None) -> int:
    """Render what an older renderer made, in batches that each stand for themselves. Says how many there were.

    It can be stopped at any time and be begun again, and two of them share the work. Neither texts nor the times of
    edits change. What comes from archives was rendered by others, and has higher numbers.
    """
    done = 0
    for render in (_posts, _revisions):
        last: int | None = 0
        while last is not None and (at_most is None or done < at_most):
            last, rendered = render(last)
            done += rendered
            tell(done)
    return done


@transaction.atomic
def render_these(pks: Iterable[int]) -> None:
    """These posts anew, as far as our own renderer made them: people they name may be gone."""
    asked = Post.objects.for_actions().filter(pk__in=list(pks), renderer__lte=markup.VERSION)
    topics = Topic.objects.for_actions().select_for_update(no_key=True)
    list(topics.filter(pk__in=asked.values("topic")).order_by("pk").values_list("pk"))
    posts = list(
        asked.select_for_update(no_key=True, of=("self",)).select_related("author", "topic").order_by("pk")
    )
    for post in posts:
        _render_post(post)
    index_posts(post.pk for post in posts)


def render_versions(pks: Iterable[int]) -> None:
    """What these posts said before, anew."""
    for revision in _locked(Revision.objects.filter(post__in=list(pks), renderer__lte=markup.VERSION)):
        _render_revision(revision)


def unlink(topic: Topic, group: Group) -> None:
    """What stands in this topic is read by others now: the name of an unlisted group leads nobody to it any more."""
    if group.is_listed:
        return
    named = {"renderer__lte": markup.VERSION, "html__contains": f'"{group.get_absolute_url()}"'}
    GroupMention.objects.filter(post__topic=topic, group=group).delete()
    render_these(Post.objects.for_actions().filter(topic=topic, **named).values_list("pk", flat=True))
    for revision in _locked(Revision.objects.filter(post__topic=topic, **named)):
        _render_revision(revision)


@transaction.atomic
def _posts(after: int) -> tuple[int | None, int]:
    """The next ones behind this id. Topics are locked first and in one order, as whoever edits does it."""
    old = Post.objects.for_actions().filter(renderer__lt=markup.VERSION)
    found = dict(old.filter(pk__gt=after).order_by("pk").values_list("pk", "topic_id")[:_BATCH])
    topics = Topic.objects.for_actions().select_for_update(no_key=True).filter(pk__in=set(found.values()))
    list(topics.order_by("pk").values_list("pk"))
    locked = old.select_for_update(no_key=True, of=("self",)).select_related("author", "topic")
    posts = list(locked.filter(pk__in=found).order_by("pk"))
    for post in posts:
        _render_post(post)
    index_posts(post.pk for post in posts)
    return max(found, default=None), len(posts)


def _render_post(post: Post) -> None:
    rendered = compose_again(post.source, by=post.author, language=post.language, on=post)
    if post.html != rendered.html:
        post.html, post.version = rendered.html, post.version + 1
        versions.bump(f"topic:{post.topic_id}")
    post.renderer = markup.VERSION
    post.save(update_fields=["html", "renderer", "version"])
    if post.number == 1:
        excerpt = post.or_note(rendered.excerpt())
        other = Topic.objects.for_actions().filter(pk=post.topic_id).exclude(excerpt=excerpt)
        other.update(excerpt=excerpt, version=F("version") + 1)


def _locked(revisions: QuerySet[Revision]) -> QuerySet[Revision]:
    beside = ("post__author", "post__topic")
    return revisions.select_for_update(no_key=True, of=("self",)).select_related(*beside)


def _render_revision(revision: Revision) -> None:
    by, language = revision.post.author, revision.language
    revision.html = compose_again(revision.source, by=by, language=language, on=revision).html
    revision.renderer = markup.VERSION
    revision.save(update_fields=["html", "renderer"])


@transaction.atomic
def _revisions(after: int) -> tuple[int | None, int]:
    old = Revision.objects.filter(pk__gt=after, renderer__lt=markup.VERSION).order_by("pk")
    found = list(_locked(old)[:_BATCH])
    for revision in found:
        _render_revision(revision)
    return (found[-1].pk if found else None), len(found)
