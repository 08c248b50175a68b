"""Subjects as titles, and as keys by which messages without references find their thread."""

import re
import unicodedata
from collections.abc import Callable

TITLE_LENGTH = 255
# Marks of mail programs in the languages we have met, also with a number: "RE[2]:", "Re^3:".
_ANSWERS = """
    re aw antw antwort antwoord sv vs svar vastaus odp odpowiedź odpověď res resp rsp réf ref rép
    ris rif r ynt yan bls balas cevap atb vá
    απ σχετ ответ отв на отн відп תגובה השב رد 回复 回覆 答复 答覆 返信 회신 답장
"""
_FORWARDS = """
    fw fwd fs wg tr rv enc pd i vl vb doorst videresendt továbbítás továbbított πρθ пер הועבר إعادة
    转发 轉寄 轉發 転送 전달
"""
_ANSWER_WORDS = frozenset(_ANSWERS.split())
_MARKS = sorted(map(re.escape, [*_ANSWERS.split(), *_FORWARDS.split()]), key=len, reverse=True)
_MARK = re.compile(
    rf"\s*({'|'.join(_MARKS)})\s*(?:\[\d+\]|\(\d+\)|\^\d+|\*\d+)?\s*[:：]\s*",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s*\[([^\[\]]{1,60})\]\s*")
_WAS = re.compile(r"\s*[(\[]\s*was\s*:?.*[)\]]\s*$|\s*\((?:fwd|forwarded)\)\s*$", re.IGNORECASE)


def title_of(subject: str, list_name: str = "") -> str:
    """The subject without answer marks and without the list's own [tag]; other tags, like [PATCH], stay."""
    rest = _stripped(subject, lambda tag: bool(list_name) and _plain(tag) == _plain(list_name))
    return rest[:TITLE_LENGTH].strip()


def subject_key(subject: str) -> str:
    """What two subjects of one thread have in common, however they were answered, tagged or spaced."""
    rest = _WAS.sub("", _stripped(subject, lambda _: True))
    return _plain(rest)[:TITLE_LENGTH]


def is_answer(subject: str) -> bool:
    """Whether the subject begins with an answer mark, before or after the [tag] of the list."""
    rest = subject
    while match := _TAG.match(rest):
        rest = rest[match.end() :]
    match = _MARK.match(rest)
    return match is not None and match[1].lower() in _ANSWER_WORDS


def common_tag(subjects: list[str]) -> str:
    """The [tag] that most subjects carry, so that titles need not repeat it; empty when there is none."""
    counts: dict[str, int] = {}
    for subject in subjects:
        for tag in {_plain(tag) for tag in _TAG.findall(subject[:200])}:
            counts[tag] = counts.get(tag, 0) + 1
    best = max(counts, key=lambda tag: counts[tag], default="")
    return best if counts.get(best, 0) * 2 > len(subjects) else ""


def _stripped(subject: str, drops: Callable[[str], bool]) -> str:
    rest = subject.strip()
    kept: list[str] = []
    while True:
        if match := _MARK.match(rest):
            rest = rest[match.end() :]
        elif match := _TAG.match(rest):
            rest = rest[match.end() :]
            kept.extend([] if drops(match[1]) else [f"[{match[1]}]"])
        else:
            return re.sub(r"\s+", " ", " ".join([*kept, rest])).strip()


def _plain(text: str) -> str:
    """Words only. Marks stay with their letters: Devanagari and Thai words change with them."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if folded.isascii():
        return re.sub(r"[^a-z0-9]+", " ", folded).strip()
    letters = (letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in folded)
    return " ".join("".join(letters).split())
