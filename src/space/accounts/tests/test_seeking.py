"""Names are found in any script, whatever the accents and the case, and in spite of one slip."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from space.accounts import seeking
from space.accounts.models import User
from space.accounts.tests.people import person

letters = st.text("abcdeéñøшжمکकख가나", min_size=5, max_size=12)


def finds(typed: str, name: str) -> bool:
    words = [word[: seeking.LONGEST_BEGINNING] for word in seeking.asked_for(typed)]
    return bool(words) and set(words) <= set(seeking.pieces(name))


def nearly(typed: str, name: str) -> bool:
    pieces = set(seeking.pieces(name))
    return all(pieces & set(seeking.slips(word)) for word in seeking.asked_for(typed))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("aissatou", "Aïssatou Bello"),
        ("BELLO ais", "Aïssatou Bello"),
        ("lodz", "Łódź"),
        ("soren", "Søren Kierkegaard"),
        ("strasse", "Straße"),
        ("amina", "WikiAmina@local"),
        ("wikiam", "WikiAmina@local"),
        ("вікт", "Віктор"),
        ("يوسف", "يُوسُف حَمدان"),
        ("یوسف", "يوسف"),
        ("ਕੌਰ", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"),
        ("小龍", "李小龍"),
        ("さく", "さくら"),
        ("ｋｏｆｉ", "Kofi"),
        ("o'brien", "O’Brien"),
        ("ngugi", "Ngũgĩ"),
        ("12", "12 Monkeys"),
    ],
)
def test_the_beginnings_of_words_find_a_name(typed: str, name: str) -> None:
    assert finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("mina", "Amina"), ("kofi mensah", "Kofi"), ("local", "Amina@local"), ("", "Amina"), ("!!", "!!")],
)
def test_what_begins_no_word_finds_nobody(typed: str, name: str) -> None:
    assert not finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mensha", "Kofi Mensah"),
        ("Mesah", "Kofi Mensah"),
        ("Mensaah", "Kofi Mensah"),
        ("Mansah kofi", "Kofi Mensah"),
        ("Muler", "Lena Müller"),
        ("Віктар", "Віктор"),
        ("حمدن", "يوسف حمدان"),
    ],
)
def test_one_slip_in_a_word_is_forgiven(typed: str, name: str) -> None:
    assert not finds(typed, name)
    assert nearly(typed, name)


@pytest.mark.parametrize(("typed", "name"), [("ann", "Ada"), ("Rosa", "Lena Müller"), ("Menxyz", "Mensah")])
def test_two_slips_or_short_words_are_not(typed: str, name: str) -> None:
    assert not nearly(typed, name)


@given(letters, st.integers(0, 11), letters)
def test_any_letter_left_out_changed_or_turned_round_is_forgiven(name: str, at: int, others: str) -> None:
    assume(len(seeking.asked_for(name)) == 1)
    word = seeking.asked_for(name)[0]
    assume(5 <= len(word) <= 12)
    at %= len(word) - 1
    for slip in (
        word[:at] + word[at + 1 :],
        word[:at] + others[0] + word[at + 1 :],
        word[:at] + others[0] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ):
        assert set(seeking.slips(word)) & set(seeking.slips(slip))


@given(st.text(max_size=255))
def test_pieces_of_any_name_fit_their_column(name: str) -> None:
    assert all(0 < len(piece) <= 40 for piece in seeking.pieces(name))
    assert len(seeking.folded(name)) <= 255


def test_the_pieces_stand_beside_the_name_and_stay_when_a_request_saves_its_person(db, client) -> None:
    someone = person("Aïssatou Bello")
    client.force_login(someone)
    seen = client.get("/preferences/").wsgi_request.user
    seen.save()

    kept = User.objects.get(pk=someone.pk)
    assert kept.sort_name == "aissatou bello"
    assert "aiss" in kept.name_pieces
