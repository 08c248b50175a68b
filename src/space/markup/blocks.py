"""A text in its blocks: paragraphs, headings, lists, pictures, each as it was typed, or as it is read."""

from space.markup.changes.nodes import parsed, written
from space.markup.parser import parser_for
from space.markup.source import tidy


def blocks_of(source: str) -> list[str]:
    """The blocks on top, in order; nothing between them is lost. A list or a table is one."""
    source = tidy(source)
    starts = [
        token.map[0]
        for token in parser_for(source).parse(source, {})
        if token.map and token.level == 0 and token.nesting >= 0
    ]
    lines, found = source.split("\n"), sorted(set(starts))
    ends = [*found[1:], len(lines)]
    # What stands before the first block, and says nothing alone, goes with it.
    begins = [0, *found[1:]] if found else []
    pieces = ("\n".join(lines[start:end]).strip("\n") for start, end in zip(begins, ends, strict=False))
    return [piece.rstrip() for piece in pieces if piece.strip()]


def blocks_read(html: str) -> list[str]:
    """The same of clean HTML: what stands on top, each by itself."""
    pieces = parsed(html)
    if pieces is None:
        return [html]
    return [text for piece in pieces if (text := written([piece]).strip())]


def kind_of(block: str) -> str:
    """What sort of block it is, by how it begins: translations keep that."""
    line = block.lstrip()
    if line.startswith("#"):
        return "#" * (len(line) - len(line.lstrip("#")))
    for sort, signs in (("image", ("![",)), ("code", ("```", "~~~")), ("quote", (">",)), ("table", ("|",))):
        if line.startswith(signs):
            return sort
    return "list" if line[:2] in ("- ", "* ", "+ ") or line[:2].rstrip(".)").isdigit() else "words"
