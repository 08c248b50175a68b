"""In which language a post is, as the worker knows it where the quick guess was not sure."""

from django.db import transaction

from space.discuss.actions.counting import count_languages, touch
from space.discuss.actions.finding import lock_post
from space.discuss.actions.indexing import index_post
from space.discuss.models import Kind, Post
from space.discuss.text import compose_again


def ask_worker(post: Post) -> None:
    """Let the worker look at it again, after this transaction."""
    from space.discuss import tasks

    tasks.know_language.defer(post=post.pk, version=post.version)


@transaction.atomic
def know_language(pk: int, version: int) -> str:
    """What the worker knows of a post as it was then. Gives the language that it set, or nothing."""
    from space.languages.certain import surely

    post = Post.objects.for_actions().select_related("author").filter(pk=pk, version=version).first()
    if post is None:
        return ""
    found = surely(post.source, post.author.languages)
    if not found.sure or found.code == post.language:
        return ""
    author, post = post.author, lock_post(post)
    if post.version != version:
        return ""
    post.author = author
    speak(post, found.code)
    return found.code


def speak(post: Post, language: str) -> None:
    """A post is in this language from now on. Expects it to be locked; the first one speaks for its topic."""
    post.language = language
    # What came from an archive or was taken down was rendered by others.
    if post.source and post.topic.kind != Kind.ARCHIVED:
        post.html = compose_again(post.source, by=post.author, language=language, on=post).html
    post.version += 1
    post.save(update_fields=["language", "html", "version", "edited_at"])
    if post.number == 1:
        post.topic.language = language
        post.topic.save(update_fields=["language"])
    count_languages(post.topic_id)
    index_post(post, post.topic)
    touch(post.topic)
