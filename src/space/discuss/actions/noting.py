from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.finding import lock_post
from space.discuss.actions.gating import passed_note
from space.discuss.actions.quoting import look_at_quotes
from space.discuss.allowances import Allowances
from space.discuss.models import Post
from space.discuss.note_field import AT_MOST
from space.markup import EXCERPT
from space.moderation.actions import record
from space.web.versions import EVERYTHING, bump


@transaction.atomic
def put_note(post: Post, note: str, *, by: User, language: str = "") -> Post:
    """Fold a post behind a few words, or without any show it as it is. Saying what is said already changes nothing.

    Other words pass the gate: until somebody looked it can be folded as before.
    """
    post = lock_post(post)
    if (post.content_note, post.note_language) == (note, language if note else ""):
        return post
    Allowances(by).take_edit()
    note = passed_note(post, note, language, by=by)[:AT_MOST]
    return _note(post, note, by, language)


@transaction.atomic
def set_note(post: Post, note: str, *, by: User, language: str) -> Post:
    """The same, once somebody has looked at it."""
    return _note(lock_post(post), note, by, language)


def _note(post: Post, note: str, by: User, language: str) -> Post:
    language = language if note else ""
    if (post.content_note, post.note_language) == (note, language):
        return post
    if by.pk != post.author_id:
        record(by, "post-noted" if note else "post-note-removed", post)
    post.content_note, post.note_language, post.noted_by = note, language, by if note else None
    post.version += 1
    post.save(update_fields=["content_note", "note_language", "noted_by", "version"])
    look_at_quotes(post.pk)
    if post.number == 1:
        post.topic.excerpt = post.brief(EXCERPT)
        post.topic.save(update_fields=["excerpt"])
    touch(post.topic)
    # Lists of bookmarks, of answers and of what is found are kept under other names.
    bump(EVERYTHING)
    return post
