"""A published story of which readers see a translation."""

import pytest

from space.accounts.models import User
from space.blog.actions.translating import approve_translation, begin_translation
from space.blog.actions.writing import save_text
from space.blog.models import Edition, Story
from space.blog.texts import Words

IN_ENGLISH = Words(
    title="A week at the fair of Yaoundé",
    summary="Five days, three hundred visitors, and one question.",
    text="We put up the table at six.\n\n## The first day\n\nNobody stopped.\n\nThen came the rain.",
)


@pytest.fixture
def translated(published: Story, kofi: User, noor: User) -> Edition:
    """Kofi's, in English, approved by Noor."""
    return translate(published, "en", IN_ENGLISH, by=kofi, reader=noor)


def translate(story: Story, language: str, words: Words, *, by: User, reader: User) -> Edition:
    edition = save_text(begin_translation(story, language, by=by), words, by=by)
    assert edition.current is not None
    return approve_translation(edition, by=reader, seen=edition.current.number)
