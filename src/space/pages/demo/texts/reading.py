"""A file becomes a conversation."""

from pathlib import Path

from space.pages.demo.texts import header as above
from space.pages.demo.texts.mistakes import Place
from space.pages.demo.texts.polls import poll
from space.pages.demo.texts.posts import SEPARATOR, pieces, posts_of
from space.pages.demo.texts.told import Conversation


def read(path: Path) -> Conversation:
    """Read one file, or raise DemoTextError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith(SEPARATOR)), None)
    if first is None:
        raise Place(path, len(lines)).wrong("there is no post. One begins with “--- Name · -3d 4h”.")
    header = above.header_of(path, lines[:first])
    language = header.needed("language")
    language.place.language(language.value)
    posts = posts_of(language.value, pieces(path, lines, first))
    tagged = header.one("tags")
    return Conversation(
        path=path,
        title=header.needed("title").value,
        language=language.value,
        tags=above.tags(tagged.value) if tagged else (),
        closing=above.closing(header),
        posts=posts,
        is_question=above.is_question(header),
        asked=above.asked(header),
        answer=above.answer(header, posts),
        pinned=above.pinned(header),
        renaming=above.renaming(header, posts),
        move=above.move(header, posts),
        retagging=above.retagging(header, posts),
        splitting=above.splitting(header, posts),
        poll=poll(header, posts),
    )
