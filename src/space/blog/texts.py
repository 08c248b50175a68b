"""What somebody typed for an edition, as a version keeps it."""

import re
from dataclasses import dataclass
from typing import Any

from space import markup
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.text import Text, compose, slug_of
from space.kit.fields import one_line
from space.markup.reading import text_of

__all__ = ["Words", "reading_minutes", "slug_of"]

# Words a minute; of scripts without spaces, characters a minute stand for words (half of what adults read).
_A_MINUTE = 200
_CHARACTERS_A_WORD = 2
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
)


@dataclass(frozen=True)
class Words:
    """All that is written in an edition, as it was typed."""

    title: str = ""
    summary: str = ""
    text: str = ""
    caption: str = ""
    alt: str = ""

    def stored(self, by: User | Reader, language: str) -> dict[str, Any]:
        """The columns of a version that follow from it."""
        text = self.composed(by, language)
        return {
            "title": one_line(self.title)[:255],
            "summary": one_line(self.summary)[:500],
            "caption": one_line(self.caption)[:500],
            "alt": one_line(self.alt)[:500],
            "source": text.source,
            "html": text.rendered.html,
            "renderer": markup.VERSION,
            "words": words_in(text_of(text.rendered.html)),
        }

    def composed(self, by: User | Reader, language: str) -> Text:
        return compose(self.text, by=by, language=language)


def words_in(text: str) -> int:
    """Words as readers take them in: of scripts without spaces two characters count as one."""
    dense = len(_WITHOUT_SPACES.findall(text))
    return len(_WITHOUT_SPACES.sub(" ", text).split()) + dense // _CHARACTERS_A_WORD


def reading_minutes(words: int) -> int:
    """At 200 words a minute, one at least."""
    return max(1, round(words / _A_MINUTE))
