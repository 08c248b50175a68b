"""How well the gate parts spam from what people write: on labelled examples, on the demo, on mail of real lists."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from space.accounts.models import Trust, User
from space.archives.mail.blocks import Kind, blocks_of
from space.archives.mail.mailboxes import Mailbox
from space.archives.mail.reading import read_body, read_heading
from space.discuss.gates import Writing
from space.discuss.models import Audience
from space.discuss.text import compose
from space.languages import known
from space.pages.demo.texts import read
from space.review.gate.actions import watch_word
from space.review.gate.asking import ask
from space.review.models import Does, WatchedWord
from space.testing.cast import make

pytestmark = pytest.mark.django_db
EXAMPLES = Path(__file__).parent / "examples"
DEMO = Path(__file__).parents[2] / "src/space/pages/demo/topics"
MAIL = Path(os.environ.get("SPACE_TEST_DATA") or "/nonexistent") / "mail/clearwater-pipermail"
Line = tuple[str, str, str]


@pytest.fixture
def watched(rosa: User) -> None:
    """Two lists of words, as a community would have them."""
    for name in ("words-betting.txt", "words-offers.txt"):
        for language, word in _lines(name):
            watch_word(WatchedWord(word=word, language=language, does=Does.APPROVAL), by=rosa)


@pytest.fixture
def newcomer() -> Callable[[str], User]:
    """Whoever writes has come today, and nobody here has led anywhere before: as strict as the gate ever is."""
    found: dict[str, User] = {}

    def of(name: str) -> User:
        if name not in found:
            found[name] = make(f"Newcomer {len(found)}", trust=Trust.NEW, days=0)
        return found[name]

    return of


@pytest.mark.usefixtures("watched")
def test_spam_is_caught_and_good_posts_pass(newcomer: Callable[[str], User]) -> None:
    good = [
        (language, text, f"good {number // 3}") for number, (language, text) in enumerate(_lines("good.txt"))
    ]
    spam = [
        (language, text, f"spam {number // 2}") for number, (language, text) in enumerate(_lines("spam.txt"))
    ]
    assert len(good) >= 120
    assert len(spam) >= 60
    assert len({language for language, *_ in good + spam}) >= 8
    stopped, caught = _stopped(good, newcomer), _stopped(spam, newcomer)
    assert len(stopped) < 0.01 * len(good)
    assert len(caught) >= 0.8 * len(spam)


@pytest.mark.usefixtures("watched")
def test_the_demo_passes(newcomer: Callable[[str], User]) -> None:
    said = [
        (post.language, post.text, post.author) for file in DEMO.glob("**/*.md") for post in read(file).posts
    ]
    assert len(said) > 100
    assert len(_stopped(said, newcomer)) < 0.01 * len(said)


@pytest.mark.skipif(not MAIL.is_dir(), reason="SPACE_TEST_DATA names no folder with mail in it")
@pytest.mark.usefixtures("watched")
def test_mail_of_a_real_list_passes(newcomer: Callable[[str], User]) -> None:
    letters = list(islice(_letters(MAIL / "2016-March.txt"), 60)) + list(
        islice(_letters(MAIL / "2016-May.txt"), 90)
    )
    wrote = Counter(who for *_, who in letters)
    for who, times in wrote.items():
        # Who writes there often is no newcomer.
        if times > 2:
            newcomer(who).trust = Trust.MEMBER
    assert len(letters) > 100
    assert len(_stopped(letters, newcomer)) < 0.01 * len(letters)


def _stopped(lines: Iterable[Line], newcomer: Callable[[str], User]) -> list[str]:
    """Those that were refused, held or flagged."""
    return [text for language, text, who in lines if _stops(language, text, newcomer(who))]


def _stops(language: str, text: str, by: User) -> bool:
    composed = compose(text, by=by, language=language if known(language) else "")
    try:
        return ask(Writing(by, composed, Audience.PUBLIC)) is not None
    except ValidationError:
        return True


def _lines(name: str) -> list[tuple[str, str]]:
    rows = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    return [(language, text) for language, _, text in (row.partition("|") for row in rows)]


def _letters(path: Path) -> Iterator[Line]:
    """What each mail says itself, without what it quotes and what signs it."""
    with Mailbox(path) as mails:
        for raw in map(mails.read, mails):
            lines = read_body(raw).text.splitlines()
            said = [line for block in blocks_of(lines) if block.kind is Kind.SAID for line in block.lines]
            yield "en", "\n".join(said), read_heading(raw).author.address
