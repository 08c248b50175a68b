"""Archived mail as HTML, quickly: everything is escaped, and only the tags written here can come out.

What is quoted is folded, signatures and list footers are dimmed, broken lines of prose are made whole,
tables and code keep their columns.
"""

import re
from html import escape
from itertools import pairwise

from space.archives.mail.blocks import Block, Kind, blocks_of, unquoted

SHOWN_LENGTH = 40_000
SUMMARY_LENGTH = 120
OPEN_QUOTE = 2
DEPTH = 6

_URL = re.compile(r"<?\b(https?://[^\s<>\"…]+|www\.[\w-]+\.[^\s<>\"…]+)>?", re.IGNORECASE)
_LIST_ITEM = re.compile(r"\s*(?:[-*•+o·]|\(?\d{1,2}[.)]|[a-z][.)])\s")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S|^(?: {2,}|\t)\S|^[|+]|[{};]$|^[#$%]\s|<-|^\+\+\+ |^--- |^@@ ")
# A call, an assignment, a comment, or what a console prints.
_CODE = re.compile(r"\s*(?:[\w.$]+\(|[\w.$]+ ?(?:=|<-|:=)|#|//|\[\d+\]|\d+: )")
_WRAPPED = 45
_ENDS = frozenset(".,;:!?'*_»”’`|")


def render_mail(text: str) -> tuple[str, bool]:
    """The HTML of a mail's text, and whether its end was left out because it is too long for a page."""
    shown = text[:SHOWN_LENGTH]
    is_cut = len(text) > SHOWN_LENGTH
    if is_cut:
        shown = shown.rpartition("\n")[0] or shown
    return _render([line.rstrip() or "" for line in shown.split("\n")], 0), is_cut


def _render(lines: list[str], depth: int) -> str:
    return "".join(_block(block, depth) for block in blocks_of(lines))


def _block(block: Block, depth: int) -> str:
    if block.kind is Kind.SAID:
        return _said(block.lines)
    if block.kind is Kind.DIMMED:
        return _dimmed(_trimmed(block.lines))
    return _quoted(block, depth)


def _dimmed(lines: list[str]) -> str:
    text = "<br>".join(map(_inline, lines))
    return f'<p class="mail-signature"><small>{text}</small></p>' if text else ""


def _quoted(block: Block, depth: int) -> str:
    """A quote, folded when it is long; what it quotes in turn is not folded again."""
    inner = _trimmed([unquoted(line) for line in block.lines] if block.kind is Kind.QUOTED else block.lines)
    if not inner:
        return f"<p>{_inline(block.intro)}</p>" if block.intro else ""
    body = _history(inner, depth) if block.kind is Kind.HISTORY else _deeper(inner, depth)
    if depth or (len(inner) <= OPEN_QUOTE and block.kind is Kind.QUOTED):
        intro = f"<p>{_inline(block.intro)}</p>" if block.intro else ""
        return f"{intro}<blockquote>{body}</blockquote>"
    summary = escape(block.intro or _summary(inner))
    return f"<details><summary>{summary}</summary><blockquote>{body}</blockquote></details>"


def _deeper(lines: list[str], depth: int) -> str:
    return _render(lines, depth + 1) if depth < DEPTH else _said(lines)


def _history(lines: list[str], depth: int) -> str:
    """The head of an earlier message line by line, then what it said."""
    end = next((at for at, line in enumerate(lines) if at and not line.strip()), len(lines))
    return _lines(lines[:end]) + (_deeper(lines[end:], depth) if end < len(lines) else "")


def _summary(lines: list[str]) -> str:
    """The beginning of a quote, so that whoever reads knows what is folded away."""
    said = (line.strip(" >*") for line in map(unquoted, lines))
    first = next((line for line in said if re.search(r"\w", line) and not re.match("[-_]{2}", line)), "")
    return first[:SUMMARY_LENGTH].rstrip() + " …"


def _trimmed(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def _said(lines: list[str]) -> str:
    """Paragraphs; those with columns or code are kept as they are, and joined with their like."""
    parts: list[str] = []
    table: list[str] = []
    for paragraph in _paragraphs(lines):
        if _has_columns(paragraph):
            table += ["", *paragraph] if table else paragraph
            continue
        if table:
            parts.append(_kept(table))
            table = []
        parts.append(f"<p>{_prose(paragraph)}</p>")
    if table:
        parts.append(_kept(table))
    return "".join(parts)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _has_columns(lines: list[str]) -> bool:
    hits = sum(1 for line in lines if _COLUMNS.search(line) and not _LIST_ITEM.match(line))
    return hits * 2 > len(lines)


def _kept(lines: list[str]) -> str:
    text = "\n".join(map(_inline, lines))
    return f'<pre dir="ltr">{text}</pre>'


def _lines(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(map(_inline, lines))}</p>"


def _prose(lines: list[str]) -> str:
    """Lines that a mail program broke flow again; lines that a person broke stay."""
    joined = [lines[0].strip()]
    for above, line in pairwise(lines):
        if len(above) >= _WRAPPED and not _stands_alone(line) and not above.endswith((":", ";", "{", ")")):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    return "<br>".join(map(_inline, joined))


def _stands_alone(line: str) -> bool:
    return bool(_LIST_ITEM.match(line) or _CODE.match(line))


def _inline(text: str) -> str:
    """One line with its links; nothing of it is HTML but what is written here."""
    if "://" not in text and "www." not in text:
        return escape(text)
    parts: list[str] = []
    position = 0
    for match in _URL.finditer(text):
        url, rest = _without_punctuation(match[1])
        opened = match[0].startswith("<") and match[0].endswith(">")
        start, end = (match.start(), match.end()) if opened else (match.start(1), match.end(1) - len(rest))
        parts += [escape(text[position:start]), _link(url + (rest if opened else ""))]
        position = end
    return "".join([*parts, escape(text[position:])])


def _link(url: str) -> str:
    address = escape(url if "://" in url else f"http://{url}")
    return f'<a href="{address}" rel="nofollow ugc noopener">{escape(url)}</a>'


def _without_punctuation(url: str) -> tuple[str, str]:
    """A sentence's own marks at the end are not part of an address, nor is a bracket that it did not open."""
    end = len(url)
    while end and (url[end - 1] in _ENDS or _closes_nothing(url[:end])):
        end -= 1
    return url[:end], url[end:]


def _closes_nothing(url: str) -> bool:
    return url.endswith(")") and url.count("(") < url.count(")")
