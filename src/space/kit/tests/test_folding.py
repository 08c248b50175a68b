"""What one looks for and what the database holds are folded alike."""

import pytest
from django.db.models import Value

from space.accounts.models import User
from space.kit.folding import Folded, Letters, begins_a_word, folded, letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Größe", "große"),
        ("École «Ñ»", "ecole «n»"),
        ("أحمد، مرحبًا", "احمد، مرحبا"),
        ("紙の資料（新）", "紙の資料(新)"),
        ("कागज़ी", "कागज़ी"),
        ("AC/DC 7", "ac/dc 7"),
        ("", ""),
    ],
)
def test_marks_and_case_go_and_nothing_else(lena, text, plain):
    in_database = User.objects.values_list(Folded(Value(text)), Letters(Value(text))).get()

    assert folded(text) == plain
    assert (in_database[0], in_database[1] or "") == (folded(text), letters(text))


def test_letters_are_letters_of_ascii_in_every_script():
    assert letters("Größe") == f"gro{letters(chr(0xDF))}e"
    assert letters("سقف, 屋根").isascii()
    assert letters("سقف") != letters("قفس")


@pytest.mark.parametrize(
    ("typed", "text", "fits"),
    [
        ("len", "lena muller", True),
        ("mul", "lena muller", True),
        ("lena m", "lena muller", True),
        ("na", "lena muller", False),
        ("pierre", "jean-pierre", True),
        ("", "anybody", True),
    ],
)
def test_a_word_begins_so_or_not(typed, text, fits):
    assert begins_a_word(typed, text) is fits
