import pytest

from space.web import fragments
from space.web.fragments import kept
from space.web.keeping import Store
from space.web.kept import Kept


@pytest.fixture
def pieces(ledger, monkeypatch):
    """A shelf of its own, and a builder that remembers what it was asked."""
    monkeypatch.setattr(fragments, "ledger", ledger)
    monkeypatch.setattr(fragments, "_store", Store(1_000_000))
    asked = []

    def build(keys):
        asked.append(list(keys))
        return {key: f"<li>{key}</li>" for key in keys if key != "gone"}

    return asked, build


def test_all_that_is_missing_is_built_in_one_go_and_kept(pieces):
    asked, build = pieces
    kept("row", [(1, 1), (2, 1)], build, language="en")
    rows = kept("row", [(1, 1), (2, 1), (3, 1)], build, language="en")

    assert rows[(1, 1)] == "<li>(1, 1)</li>"
    assert asked == [[(1, 1), (2, 1)], [(3, 1)]]


def test_another_version_language_or_kind_is_another_piece(pieces):
    asked, build = pieces
    for kind, version, language in [("row", 1, "en"), ("row", 2, "en"), ("row", 1, "ar"), ("post", 1, "en")]:
        kept(kind, [(7, version)], build, language=language)
    assert len(asked) == 4


def test_what_is_gone_is_left_out(pieces):
    _, build = pieces
    assert kept("row", ["gone", "here"], build, language="en") == {"here": "<li>here</li>"}


def test_hiding_anything_makes_every_piece_anew(pieces, ledger):
    asked, build = pieces
    kept("row", [1], build, language="en")
    ledger.note("lists")
    kept("row", [1], build, language="en")
    ledger.note("everything")
    kept("row", [1], build, language="en")
    assert asked == [[1], [1]]


def test_a_piece_built_while_something_was_hidden_is_not_used_again(pieces, ledger):
    asked, build = pieces

    def hidden_meanwhile(keys):
        ledger.note("everything")
        return build(keys)

    kept("row", [1], hidden_meanwhile, language="en")
    kept("row", [1], build, language="en")
    assert asked == [[1], [1]]


def test_while_nothing_is_heard_every_piece_is_made_anew(pieces, ledger):
    asked, build = pieces
    kept("row", [1], build, language="en")
    ledger.lose()
    assert kept("row", [1], build, language="en") == {1: "<li>1</li>"}
    assert asked == [[1], [1]]


def test_a_small_value_is_loaded_again_when_its_tag_was_bumped(ledger, monkeypatch):
    monkeypatch.setattr("space.web.kept.ledger", ledger)
    numbers = iter(range(10))
    rooms = Kept("rooms", lambda: next(numbers))

    assert (rooms.get(), rooms.get()) == (0, 0)
    ledger.note("rooms")
    assert (rooms.get(), rooms.get()) == (1, 1)
    ledger.lose()
    assert (rooms.get(), rooms.get()) == (2, 3)


def test_the_least_used_goes_first():
    store = Store(100)
    for key in "abcdefghij":
        store.put(key, key, 10)
    store.get("a")
    store.put("k", "k", 10)

    assert store.get("a") == "a"
    assert store.get("b") is None
    assert store.size == 100


def test_a_thing_too_large_for_the_store_is_not_kept_and_drives_nothing_out():
    store = Store(100)
    store.put("a", "a", 10)
    store.put("large", "x", 11)
    assert store.get("large") is None
    assert store.get("a") == "a"


def test_putting_again_counts_once():
    store = Store(100)
    for _ in range(20):
        store.put("a", "a", 10)
    assert store.size == 10
    store.drop("a")
    store.drop("a")
    assert store.size == 0
