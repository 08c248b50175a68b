"""The lines of a mail, sorted into what is said, what is quoted, and what only signs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

SIGNATURE_LINES = 15


class Kind(Enum):
    """What a run of lines is."""

    SAID = "said"
    QUOTED = "quoted"
    HISTORY = "history"
    DIMMED = "dimmed"


@dataclass(slots=True)
class Block:
    """A run of lines of one kind. `intro` is the line above a quote that says whose it is."""

    kind: Kind
    lines: list[str] = field(default_factory=list)
    intro: str = ""


_QUOTE = re.compile(r" ?(?:>|[A-Z][A-Za-z]{0,3}> )")
_QUOTE_MARK = re.compile(r" ?(?:[A-Z][A-Za-z]{0,3})?> ?")
_SIGNATURE = re.compile(r"-- ?$")
_FOOTER = re.compile(r"_{20,}$|-{40,}$")
_SCRUBBED = re.compile(r"-{5,} next part -{5,}$")
_SCRUBBED_ALONE = re.compile(r"An? [\w -]{3,60} was scrubbed\.\.\.")
_PGP_START = re.compile(r"-----BEGIN PGP (?:SIGNATURE|SIGNED MESSAGE|PUBLIC KEY BLOCK)-----")
_PGP_END = re.compile(r"-----END PGP |^\s*$")
_ORIGINAL = re.compile(r"\s*-{2,} ?(?:\w+[ '’]?){1,4}-{2,}\s*$")
_HEADER = re.compile(r"[*_]{0,2}([^\W\d_][\w -]{0,14}?) ?[*_]{0,2} ?[:：][*_]{0,2} ?\S")
_FROM = """
    from von de da van från fra od от від 发件人 寄件者 差出人 보낸사람 من מאת feladó kimden lähettäjä από
"""
_FROM_WORDS = frozenset(_FROM.split())
_TELLING = ("-", "_", "*", "A ", "An ")
_INTRO = re.compile(r".{6,}[:：]\s*$", re.DOTALL)


def blocks_of(lines: list[str]) -> list[Block]:
    """The blocks of a mail in order, with quotes parted only by empty lines joined again."""
    found: list[Block] = []
    position = 0
    while position < len(lines):
        kind, end = _span(lines, position)
        block = Block(kind, lines[position:end])
        if found and _joins(found, block):
            found[-1].lines += block.lines
        elif _bridges(found, block):
            gap = found.pop()
            found[-1].lines += gap.lines + block.lines
        else:
            found.append(block)
        position = end
    return list(_introduced(found))


def _span(lines: list[str], start: int) -> tuple[Kind, int]:
    """As many lines from here as are quoted, or said, beyond doubt; else what `_run` finds with a closer look."""
    kind = _obvious(lines[start])
    if kind is None:
        return _run(lines, start)
    end = start + 1
    while end < len(lines) and _obvious(lines[end]) is kind:
        end += 1
    return kind, end


def _obvious(line: str) -> Kind | None:
    """What a line is, where one look is enough: most lines are like that."""
    start = line[:20]
    if ">" in start and _QUOTE.match(line):
        return Kind.QUOTED
    is_telling = start.startswith(_TELLING) or ":" in start or "：" in start
    return None if is_telling else Kind.SAID


def unquoted(line: str) -> str:
    """A quoted line without the outermost mark."""
    match = _QUOTE_MARK.match(line)
    return line[match.end() :] if match else line


def _run(lines: list[str], start: int) -> tuple[Kind, int]:
    """What begins at this line, and where it ends."""
    if _starts_history(lines, start):
        return Kind.HISTORY, len(lines)
    if end := _dimmed_until(lines, start):
        return Kind.DIMMED, end
    return Kind.SAID, start + 1


def _joins(found: list[Block], block: Block) -> bool:
    return found[-1].kind is block.kind and block.kind is not Kind.HISTORY


def _bridges(found: list[Block], block: Block) -> bool:
    """Whether only empty lines part this quote from the one before."""
    if block.kind is not Kind.QUOTED or len(found) < 2 or found[-2].kind is not Kind.QUOTED:
        return False
    return found[-1].kind is Kind.SAID and not any(line.strip() for line in found[-1].lines)


def _dimmed_until(lines: list[str], start: int) -> int:
    """The end of a signature, a list's footer, or a note about a removed attachment; 0 for none of them."""
    line = lines[start]
    if _SIGNATURE.match(line):
        return _end_of_signature(lines, start)
    if _FOOTER.match(line) and _is_footer(lines, start):
        return len(lines)
    if _SCRUBBED.match(line) and any("scrubbed" in one for one in lines[start + 1 : start + 3]):
        return _after(lines, start, re.compile(r"URL:|\s*$"))
    if _SCRUBBED_ALONE.match(line):
        return _after(lines, start, re.compile(r"URL:|\s*$"))
    if _PGP_START.match(line):
        return _after(lines, start, _PGP_END if "SIGNED MESSAGE" in line else re.compile(r"-----END PGP "))
    return 0


def _end_of_signature(lines: list[str], start: int) -> int:
    end = start + 1
    while end < len(lines) and not _ends_signature(lines, end):
        end += 1
    return end if end - start <= SIGNATURE_LINES else 0


def _ends_signature(lines: list[str], at: int) -> bool:
    line = lines[at]
    return any(pattern.match(line) for pattern in (_QUOTE, _FOOTER, _SCRUBBED)) or _starts_history(lines, at)


def _is_footer(lines: list[str], start: int) -> bool:
    rest = [line for line in lines[start + 1 :] if line.strip()]
    return len(rest) <= 8 and any("list" in line.lower() or "://" in line for line in rest)


def _after(lines: list[str], start: int, last: re.Pattern[str]) -> int:
    for position in range(start + 1, min(start + 60, len(lines))):
        if last.match(lines[position]):
            return position + 1
    return start + 1


def _starts_history(lines: list[str], start: int) -> bool:
    """The whole conversation below an answer, as Outlook puts it: "From: / Sent: / To: / Subject:"."""
    line = lines[start]
    if _ORIGINAL.match(line) or re.match(r"_{20,}$", line):
        below = [text for text in lines[start + 1 : start + 4] if text.strip()]
        return bool(below) and _names_sender(below[0])
    below = lines[start + 1 : start + 5]
    return _names_sender(line) and sum(bool(_HEADER.match(text)) for text in below) >= 2


def _names_sender(line: str) -> bool:
    match = _HEADER.match(line)
    return match is not None and match[1].strip().lower() in _FROM_WORDS


def _introduced(found: list[Block]) -> Iterator[Block]:
    """Move "On Monday, Amina wrote:" from the end of what is said to the quote below it."""
    for position, block in enumerate(found):
        below = found[position + 1] if position + 1 < len(found) else None
        if block.kind is Kind.SAID and below is not None and below.kind is Kind.QUOTED:
            below.intro = _take_intro(block.lines)
        if block.lines:
            yield block


def _take_intro(lines: list[str]) -> str:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    start = end
    while start and lines[start - 1].strip() and end - start < 3:
        start -= 1
    intro = " ".join(line.strip() for line in lines[start:end])
    starts_paragraph = not start or not lines[start - 1].strip()
    if not starts_paragraph or not _INTRO.match(intro) or len(intro) > 200:
        return ""
    del lines[start:]
    return intro
