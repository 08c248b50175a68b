"""Topics, posts, categories and tags that were found, ready-made. Only what the reader may see comes out."""

from collections.abc import Iterable

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.discuss.models import Category, Post, Tag, Topic
from space.languages import mark
from space.markup.reading import text_of
from space.search.kinds import Found
from space.web.keeping import Store

# Plain words of posts, by post and version: the same are found again and again.
_texts: Store[str] = Store(8_000_000)


def posts(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    """A topic is found by the id of its first post."""
    seen = Post.objects.visible_to(reader).filter(pk__in=list(pks), topic__unlisted=False)
    rows = seen.select_related("topic__category", "topic__closure", "author").defer("source")
    return {post.pk: _post(post) for post in rows}


def categories(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    found = Category.objects.visible_to(reader).filter(pk__in=list(pks))
    return {category.pk: _category(category) for category in found}


def tags(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    found = Tag.objects.visible_to(reader).filter(pk__in=list(pks), stands_for=None)
    return {tag.pk: Found(tag.get_absolute_url(), tag.name, text=tag.description) for tag in found}


def _text(post: Post) -> str:
    """Its plain words."""
    key = (post.pk, post.version)
    kept = _texts.get(key)
    if kept is None:
        kept = text_of(post.html)
        _texts.put(key, kept, 2 * len(kept) + 200)
    return kept


def _post(post: Post) -> Found:
    topic: Topic = post.topic
    category = topic.category
    author = face_of(post.author)
    shown = mark(post.language)
    title = mark(topic.language)
    return Found(
        url=topic.get_absolute_url() if post.number == 1 else post.get_absolute_url(),
        title=topic.title,
        lang=title.lang,
        dir=title.dir,
        text=_text(post),
        text_lang=shown.lang,
        text_dir=shown.dir,
        who=author.name,
        who_url=author.url,
        picture=author.picture,
        when=post.created_at,
        place=category.name if category else "",
        place_url=category.get_absolute_url() if category else "",
        place_lang=mark(category.language).lang if category else "",
        tone=category.tone if category else 0,
        number=post.number,
        more={"closed": topic.is_closed, "face": author, "topic": topic.pk},
    )


def _category(category: Category) -> Found:
    shown = mark(category.language)
    return Found(
        category.get_absolute_url(),
        category.name,
        lang=shown.lang,
        dir=shown.dir,
        text=category.description,
        text_lang=shown.lang,
        text_dir=shown.dir,
        tone=category.tone,
        icon=category.icon,
        number=category.topics_count,
    )
