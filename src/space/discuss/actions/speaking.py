from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.editing import keep_revision
from space.discuss.actions.finding import lock_post
from space.discuss.actions.knowing import speak
from space.discuss.allowances import Allowances
from space.discuss.models import Kind, Post
from space.moderation.actions import record


@transaction.atomic
def set_language(post: Post, language: str, *, by: User) -> Post:
    """Say in which language a post is. Its history tells it, and the log where it is another person's post.

    Saying what is said already changes nothing.
    """
    post = lock_post(post)
    if post.language == language:
        return post
    Allowances(by).take_edit()
    if post.topic.kind != Kind.ARCHIVED:
        keep_revision(post, by)
    if by.pk != post.author_id:
        record(by, "post-language", post, before=post.language, after=language)
    speak(post, language)
    return post
