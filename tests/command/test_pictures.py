"""Pictures of the help pages: which there are, and that they are light. Taking them is done by hand, of a demo."""

from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from space.command.asking import Trouble
from space.command.picturing import studio
from space.command.picturing.scenes import SCENES
from space.command.picturing.words import WORDS
from space.command.verbs import pictures
from space.pages.demo import cast


def test_somebody_stands_before_every_page_in_every_language():
    assert set(WORDS) == {code for code, _ in settings.LANGUAGES}
    names = {person.name for person in cast.people()}
    asked = {
        who
        for words in WORDS.values()
        for who in (words.reader, words.writer, words.looker, words.newcomer, words.moderator)
    }
    assert asked <= names


def test_a_picture_that_there_is_not_is_told_with_those_that_there_are():
    options = type("Options", (), {"only": ["flying"], "language": None})
    with pytest.raises(Trouble) as told:
        pictures.take(options, "http://localhost:1")
    assert all(name in str(told.value) for name in ("flying", *SCENES))


def test_a_picture_keeps_its_size_and_is_light():
    drawn = BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(drawn, "PNG")
    kept = studio.light(drawn.getvalue())
    assert len(kept) < studio.AT_MOST
    with Image.open(BytesIO(kept)) as image:
        assert (image.format, image.size) == ("WEBP", (900, 600))


def test_what_cannot_be_light_is_refused(monkeypatch):
    monkeypatch.setattr(studio, "AT_MOST", 400)
    drawn = BytesIO()
    Image.effect_noise((40, 40), 200).save(drawn, "PNG")
    with pytest.raises(Trouble):
        studio.light(drawn.getvalue())
