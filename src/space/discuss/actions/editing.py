from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.changing import retitle
from space.discuss.actions.counting import count_languages, touch
from space.discuss.actions.drafts import note_edited
from space.discuss.actions.finding import lock_post
from space.discuss.actions.gating import passed_title
from space.discuss.actions.hiding import hide_version
from space.discuss.actions.indexing import index_post
from space.discuss.actions.knowing import ask_worker
from space.discuss.actions.naming import keep_names
from space.discuss.actions.noting import put_note
from space.discuss.actions.relating import keep_links_anew, keep_title_words
from space.discuss.actions.telling import tell_of_names
from space.discuss.allowances import Allowances
from space.discuss.drafts.purposes import to_edit
from space.discuss.gates import Passed, Writing, pass_gates
from space.discuss.merging import Clash, Typed, put_together
from space.discuss.models import Post, Revision, Topic
from space.discuss.note_field import language_of
from space.discuss.numbers import EDIT_GRACE_MINUTES
from space.discuss.quoted import Setting
from space.discuss.text import Text, compose, slug_of
from space.kit import clock
from space.kit.fields import one_line
from space.moderation.actions import record
from space.uploads.actions import attach, hang_the_same, let_go

_LONGEST = 200


@transaction.atomic
def edit_post(
    post: Post,
    *,
    by: User,
    text: str,
    title: str = "",
    language: str = "",
    summary: str = "",
    began: str = "",
    restores: int | None = None,
    hide_before: bool = False,
    key: UUID | None = None,
    draft: int = 0,
    note: str | None = None,
) -> Post:
    """Change a post, and with the first one the topic's title. What it was before is kept as a revision.

    `began` is what the form remembers (`merging.began_at`): what others changed meanwhile is kept, and is told in
    `met`; where both changed the same, a Clash is raised. Saving a post unchanged does nothing.
    `key` and `draft` are of the form: what it has kept as a draft goes. `note` is its content note from now on.
    """
    post = lock_post(post)
    outcome = put_together(post, Typed(text, one_line(title) if post.number == 1 else "", language), began)
    if not outcome.is_clean:
        raise Clash(outcome)
    note_edited(to_edit(post).key, by=by, version=draft, form=key)
    composed = compose(
        outcome.text,
        by=by,
        language=outcome.language,
        otherwise=post.language,
        setting=Setting.of(post),
    )
    if note is not None:
        post = put_note(post, note, by=by, language=language_of(note, composed.language, by))
    if _is_unchanged(post, composed, outcome.title):
        return post
    Allowances(by).take_edit()
    Allowances(by).check(composed.rendered)
    title = passed_title(post.topic, outcome.title, by=by) if post.number == 1 else ""
    summary = one_line(summary)
    passed = pass_gates(_writing(post, composed, by, summary, key, draft))
    summary = passed.beside.get("summary", "")[:_LONGEST]
    if summary or restores or hide_before or not _in_grace(post, by):
        revision = keep_revision(post, by, summary, restores)
        if post.number == 1:
            retitle(post.topic, title, by=by)
        if hide_before:
            hide_version(revision, by=by)
    _store(post, replace(passed, title=title), by)
    post.met = outcome.by
    return post


def _writing(post: Post, text: Text, by: User, summary: str, key: UUID | None, draft: int) -> Writing:
    beside = {"summary": summary} if summary else {}
    return Writing(by, text, post.topic.audience, "", key, draft, before=post, beside=beside)


def _store(post: Post, passed: Passed, by: User) -> None:
    _rewrite(post, passed.text, by)
    shown = post.revisions.filter(hiding=None)
    attach(post, by=by, addresses=passed.text.rendered.uploads, also_from=shown)
    keep_links_anew(post, passed.text)
    _describe(post, passed.title, passed.text)
    if by.pk != post.author_id and not post.is_wiki:
        record(by, "post-edited", post)
    touch(post.topic)
    if passed.thens:
        passed.stands(post)
        post.refresh_from_db(fields=["hidden_at", "version"])


@transaction.atomic
def put_words(post: Post, words: Mapping[str, str], *, by: User) -> Post:
    """Text and title as `by` wrote them, once somebody has let them stand: no gate and no allowance is asked."""
    post = lock_post(post)
    text = words.get("text", post.source)
    composed = compose(text, by=by, language=post.language, otherwise=post.language, setting=Setting.of(post))
    title = words.get("title", post.topic.title) if post.number == 1 else ""
    if _is_unchanged(post, composed, title):
        return post
    keep_revision(post, by)
    if post.number == 1:
        retitle(post.topic, title, by=by)
    _store(post, Passed(composed, title), by)
    return post


@transaction.atomic
def rewrite_opening(topic: Topic, *, by: User, title: str, text: Text, summary: str = "") -> Post:
    """The first post says this from now on, and what it said is kept: for actions that have asked whether it may be.

    Files are theirs to hang on it.
    """
    post = lock_post(Post.objects.for_actions().get(topic=topic.pk, number=1))
    if _is_unchanged(post, text, title):
        return post
    keep_revision(post, by, one_line(summary))
    retitle(post.topic, title, by=by)
    _rewrite(post, text, by)
    keep_links_anew(post, text)
    _describe(post, title, text)
    touch(post.topic)
    return post


@transaction.atomic
def go_back(post: Post, revision: Revision) -> Post:
    """As if its newest change had never been made, which nobody saw: `revision` is what the post said until then.

    What its topic is called stays: titles pass by themselves.
    """
    post = lock_post(post)
    text = compose(revision.source, by=post.author, language=revision.language, setting=Setting.of(post))
    attach(post, by=post.author, addresses=text.rendered.uploads, also_from=post.revisions.all())
    this = Revision.objects.filter(pk=revision.pk)
    let_go(this)
    this.delete()
    post.edited_at = post.revisions.order_by("-version").values_list("at", flat=True).first()
    _rewrite(post, text, post.author)
    keep_links_anew(post, text)
    _describe(post, post.topic.title, text)
    touch(post.topic)
    return post


def restore_version(post: Post, revision: Revision, *, by: User, number: int) -> Post:
    """The post as it was, as its newest version. `number` is what its history calls the old one."""
    return edit_post(
        post,
        by=by,
        text=revision.source,
        title=revision.title,
        language=revision.language,
        restores=number,
    )


def _is_unchanged(post: Post, text: Text, title: str) -> bool:
    same_text = (post.source, post.language) == (text.source, text.language)
    return same_text and (post.number > 1 or title == post.topic.title)


def _in_grace(post: Post, by: User) -> bool:
    """In the first minutes one's own words are not history yet; of a wiki, those that one wrote last."""
    last = post.revisions.order_by("-version").first()
    if last and not post.is_wiki:
        return False
    wrote, since = (last.by_id, last.at) if last else (post.author_id, post.created_at)
    return wrote == by.pk and clock.now() - since < timedelta(minutes=EDIT_GRACE_MINUTES())


def keep_revision(post: Post, by: User, summary: str = "", restores: int | None = None) -> Revision:
    """What a post was before a change: the next version of its history."""
    revision = Revision.objects.create(
        post=post,
        version=post.version,
        source=post.source,
        html=post.html,
        renderer=post.renderer,
        title=post.topic.title if post.number == 1 else "",
        language=post.language,
        by=by,
        at=clock.now(),
        summary=summary,
        restores=restores,
    )
    post.edited_at = clock.now()
    # Its pictures stay as long as it does.
    hang_the_same(post, revision)
    return revision


def _rewrite(post: Post, text: Text, by: User) -> None:
    for name, value in text.stored().items():
        setattr(post, name, value)
    post.version += 1
    post.save(update_fields=[*text.stored(), "version", "edited_at"])
    if keep_names(post, text, by=by, is_new=False):
        tell_of_names(post)


def _describe(post: Post, title: str, text: Text) -> None:
    """The first post speaks for its topic: title, address, language, first words; each for its languages."""
    if post.number == 1:
        _describe_topic(post.topic, title, text.language, post.or_note(text.rendered.excerpt()))
    count_languages(post.topic_id)
    index_post(post, post.topic)
    if text.is_unsure:
        ask_worker(post)


def _describe_topic(topic: Topic, title: str, language: str, excerpt: str) -> None:
    is_renamed = title != topic.title
    topic.title, topic.slug = title, slug_of(title)
    topic.language, topic.excerpt = language, excerpt
    topic.save(update_fields=["title", "slug", "language", "excerpt"])
    if is_renamed:
        keep_title_words(topic)
