"""From what a person typed to what others read."""

import re
from collections.abc import Iterable

from space.markup.cleaning import clean
from space.markup.context import Context
from space.markup.parser import parser_for
from space.markup.reading import images_in, links_in, text_of
from space.markup.result import Files, Notes, People, Posts, Rendered, no_note, nobody, nothing
from space.markup.source import LONGEST, tidy

# Stored beside the HTML. Raise it when the same text would come out otherwise: it is then rendered again.
VERSION = 3

_POST = re.compile(r"/(?:discuss/)?t/")


def render(
    source: str,
    *,
    language: str = "",
    people: People = nobody,
    posts: Posts = nobody,
    files: Files = nothing,
    notes: Notes = no_note,
    home: str = "",
    longest: int = LONGEST,
    headings_from: int = 3,
) -> Rendered:
    """Turn Markdown into HTML that is safe on any page of ours. Never raises, whatever the text is.

    `people`, `posts`, `files` and `notes` are asked at most once each, with all that the text may mean;
    they must answer only what everybody who will read the text may know. `home` is the site's
    origin. What is longer than `longest` is cut: forms refuse such a text before. Headings begin at
    the third level, because a post stands under headings of its page.
    """
    context = Context(language=language, home=home, people=people, posts=posts, files=files, notes=notes)
    source = tidy(source[:longest])
    html = clean(parser_for(source).render(source, context.as_env()), home, headings_from)
    links, images = links_in(html), images_in(html)
    return Rendered(
        html=html,
        text=text_of(html),
        mentions=_once(context.mentions),
        quotes=tuple(dict.fromkeys(context.quotes)),
        links=_once(link for link in links if link.startswith(("http:", "https:"))),
        posts=_once(link for link in links if _POST.match(link)),
        images=_once(images),
        uploads=_once(link for link in [*images, *links] if link.startswith("/uploads/")),
    )


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
