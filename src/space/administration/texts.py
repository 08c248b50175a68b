"""From what an administrator typed or sent to what is kept: rendered and cleaned once, when it is saved."""

from typing import IO

from django.conf import settings

from space import markup
from space.community.pictures import Picture
from space.community.said import Said
from space.uploads import keeping


def said(language: str, typed: str, *, rich: bool) -> Said:
    """A text in a language. Rich ones become safe HTML; a name of a person or a file leads nowhere in them.

    Its headings stand right under the title of the page.
    """
    source = markup.tidy(typed).strip()
    if not rich:
        return Said(language, source)
    return Said(
        language,
        source,
        markup.render(source, language=language, home=settings.ORIGIN, headings_from=2).html,
    )


def drawn(file: IO[bytes]) -> Picture:
    """A picture made anew, so that it holds nothing that acts or calls. Raises a ValidationError otherwise."""
    clean = keeping.clean(file.read())
    return Picture(clean.kind.content_type, clean.data)
