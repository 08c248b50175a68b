"""A published story of which readers see a translation."""

import pytest
from django.db import transaction

from space.accounts.models import User
from space.blog.actions.finding import lock_edition, touch
from space.blog.actions.publishing import show_translation
from space.blog.actions.writing import save_text
from space.blog.models import Edition, Story
from space.blog.texts import Words

IN_ENGLISH = Words(
    title="A week at the fair of Yaoundé",
    summary="Five days, three hundred visitors, and one question.",
    text="We put up the table at six.\n\n## The first day\n\nNobody stopped.\n\nThen came the rain.",
)


@pytest.fixture
def translated(published: Story, kofi: User) -> Edition:
    """Kofi's, in English."""
    return translate(published, "en", IN_ENGLISH, by=kofi)


@transaction.atomic
def translate(story: Story, language: str, words: Words, *, by: User) -> Edition:
    edition = Edition.objects.for_actions().create(story=story, language=language, by=by)
    save_text(edition, words, by=by)
    edition = lock_edition(edition)
    show_translation(edition)
    touch(edition.story)
    return edition
