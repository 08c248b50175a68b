"""The kinds of Discuss, as search knows them."""

from django.utils.translation import pgettext_lazy

from space.discuss.actions import indexing
from space.discuss.searching import found
from space.discuss.searching.naming import register_names
from space.discuss.searching.operators import register_operators
from space.search.kinds import Kind, register


def be_found() -> None:
    """Lets search know our things, and what can be asked of them."""
    register_operators()
    register_names()
    topics, posts = (
        pgettext_lazy("kind of what is found", "Topics"),
        pgettext_lazy("kind of what is found", "Posts"),
    )
    register("topic", Kind(topics, found.posts, indexing.documents_of_topics))
    register("post", Kind(posts, found.posts, indexing.documents_of_posts))
    categories = pgettext_lazy("kind of what is found", "Categories")
    register("category", Kind(categories, found.categories, indexing.documents_of_categories))
    tags = pgettext_lazy("kind of what is found", "Tags")
    register("tag", Kind(tags, found.tags, indexing.documents_of_tags))
