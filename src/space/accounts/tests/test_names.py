"""Names stand as people write them, with a mark that no wiki allows."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from space.accounts import names
from space.accounts.faces import initial
from space.accounts.lookalikes import skeleton

words = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=30)


def accepted(name: str) -> bool:
    try:
        names.check_local_name(name)
    except ValidationError:
        return False
    return True


@given(st.text(max_size=60))
def test_a_stored_name_is_one_line_of_nfc_with_one_mark(typed: str) -> None:
    stored = names.local_name(typed)
    assert stored.endswith(names.LOCAL_MARK)
    assert stored == unicodedata.normalize("NFC", stored)
    assert "\n" not in stored
    assert "  " not in stored


@given(words)
def test_typing_the_mark_or_not_gives_the_same_name(typed: str) -> None:
    plain = names.local_name(typed)
    assert names.local_name(plain) == plain


@given(words)
def test_a_name_survives_its_address(typed: str) -> None:
    stored = names.local_name(typed)
    assert names.from_address(names.in_address(stored)) == stored


@given(words)
def test_only_the_mark_holds_an_at_sign_in_an_accepted_name(typed: str) -> None:
    stored = names.local_name(typed)
    if accepted(stored):
        assert stored.count("@") == 1


@pytest.mark.parametrize(
    "typed",
    ["Amina", "Amina Yusuf", "José", "ਗੁਰਪ੍ਰੀਤ", "ನಿಖಿಲ್", "محمد علي", "さくら", "O'Brien", "Ngũgĩ", "12 Monkeys"],
)
def test_names_in_any_script_are_welcome(typed: str) -> None:
    assert accepted(names.local_name(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "a/b",
        "a@b",
        "a:b",
        "x" * 86,
        "12345",
        "192.168.0.1",
        "2001:db8::1",
        "a\u200bb",
        "a\u202eb",
        "~2026-1",
        "\u0301a",
        "a\u2066b",
        "!!!",
    ],
)
def test_names_that_no_wiki_would_take_are_refused(typed: str) -> None:
    assert not accepted(names.local_name(typed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina", "Аmina"),
        ("Amina", "amina"),
        ("José", "Jose"),
        ("Paul", "PauI"),
        ("Bob", "B0b"),
        ("Morn", "Mom"),
        ("Ali", "Аlі"),
        ("Nikos", "Νikos"),
        ("علی", "علی"),
        ("Amina Y", "AminaY"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("राम कुमार", "राम कमार"), ("Lucia", "Luda"), ("さくら", "ざくら"), ("Anna", "Ana")]
)
def test_names_that_differ_have_two_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=85))
def test_a_skeleton_is_its_own_skeleton_and_fits_its_column(typed: str) -> None:
    once = skeleton(typed)
    assert skeleton(once) == once
    assert len(names.skeleton_of(f"{typed}@local")) <= 255


def test_wiki_names_have_no_skeleton_here() -> None:
    assert names.skeleton_of("Amina") == ""


@pytest.mark.parametrize(("name", "letter"), [("amina", "A"), ("ਗੁਰਪ੍ਰੀਤ", "ਗੁ"), ("क्षितिज", "क्षि")])
def test_the_letter_in_the_circle_is_a_whole_letter(name: str, letter: str) -> None:
    assert initial(name) == letter
