"""Blocks that are written the other way than the text around them say so.

Not `dir="auto"`: that goes by the first letter, and a Persian sentence that begins with
"Wikimedia" would be turned round. Here the letters are counted. Who writes from the right often
puts Latin names among their words, hardly anybody the other way round: a third is enough.
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from space.languages import direction
from space.markup import context
from space.markup.plugins.tokens import plain_texts

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTER = re.compile(r"[^\W\d_]")

_MARKED = {
    f"{name}_open"
    for name in (
        "paragraph",
        "heading",
        "blockquote",
        "bullet_list",
        "ordered_list",
        "list_item",
        "table",
        "th",
        "td",
    )
}


@dataclass(slots=True)
class _Block:
    token: Token
    from_right: int = 0
    letters: int = 0

    def add(self, content: str) -> None:
        self.from_right += len(_FROM_RIGHT.findall(content))
        self.letters += len(_LETTER.findall(content))

    @property
    def direction(self) -> str:
        """Empty where there are no letters to go by."""
        if not self.letters:
            return ""
        return "rtl" if self.from_right * 3 > self.letters else "ltr"


def install(md: MarkdownIt) -> None:
    md.core.ruler.push("directions", _directions)


def _directions(state: StateCore) -> None:
    around = direction(context.of(state.env).language)
    if around == "ltr" and not _FROM_RIGHT.search(state.src):
        return
    blocks = _counted(state.tokens)
    stack: list[str] = [around]
    for token in state.tokens:
        if token.nesting < 0:
            stack.pop()
        elif token.nesting > 0:
            stack.append(_marked(blocks[id(token)], stack[-1]))


def _counted(tokens: list[Token]) -> dict[int, _Block]:
    """Letters in every block, those of the blocks inside it included."""
    blocks: dict[int, _Block] = {}
    stack: list[_Block] = []
    for token in tokens:
        if token.nesting > 0:
            stack.append(_Block(token))
            blocks[id(token)] = stack[-1]
        elif token.nesting < 0:
            inner = stack.pop()
            if stack:
                stack[-1].from_right += inner.from_right
                stack[-1].letters += inner.letters
        elif token.type == "inline" and stack:
            stack[-1].add(_words(token))
    return blocks


def _words(inline: Token) -> str:
    """The writer's own words: names and addresses say nothing about the direction."""
    return "".join(token.content for _, token in plain_texts(inline.children or []))


def _marked(block: _Block, around: str) -> str:
    """Write down a direction that differs from the one around; give the one that holds inside."""
    given = block.token.attrs.get("dir")
    if given:
        return str(given)
    own = block.direction
    if own and own != around and block.token.type in _MARKED and not block.token.hidden:
        block.token.attrSet("dir", own)
        return own
    return around
