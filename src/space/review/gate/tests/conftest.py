import pytest

from space.accounts.models import User
from space.review.gate.actions import watch_word
from space.review.models import Does, WatchedWord


@pytest.fixture
def words(rosa: User) -> None:
    """One that holds, one that refuses, one that flags, and one that is replaced."""
    for word, does in (("bingo", Does.APPROVAL), ("blasted", Does.REFUSE), ("lamp", Does.FLAG)):
        watch_word(WatchedWord(word=word, does=does), by=rosa)
    watch_word(WatchedWord(word="gosh", does=Does.REPLACE, replacement="oh"), by=rosa)
