from collections.abc import Iterable

from django.template.loader import render_to_string

from space.discuss.models import Option, Post


def polls_told(posts: Iterable[Post]) -> dict[int, str]:
    """What feeds say of the polls of these posts: the question and the options, and never how they stand."""
    options = Option.objects.filter(poll__post__in=list(posts)).order_by("poll", "position")
    asked: dict[int, tuple[str, list[str]]] = {}
    for post, question, text in options.values_list("poll__post", "poll__question", "text"):
        asked.setdefault(post, (question, []))[1].append(text)
    return {
        post: render_to_string("discuss/_poll_in_feed.html", {"question": question, "options": texts})
        for post, (question, texts) in asked.items()
    }
