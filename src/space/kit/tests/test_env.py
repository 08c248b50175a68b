import os
import stat
import threading
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from space.kit import database, env


@pytest.mark.parametrize(
    ("given", "at_least", "words"),
    [
        ("ten", 0, "whole number, 0 or more"),
        ("-1", 0, "'-1'"),
        ("0", 1, "1 or more"),
        ("1.5", 0, "'1.5'"),
        ("", 0, "''"),
    ],
)
def test_a_wrong_number_stops_the_start_and_says_what_to_give(monkeypatch, given, at_least, words):
    monkeypatch.setenv("SPACE_X", given)
    with pytest.raises(ImproperlyConfigured, match=words) as stopped:
        env.number("SPACE_X", 5, at_least=at_least)
    assert "SPACE_X" in str(stopped.value)


@pytest.mark.parametrize(
    ("given", "meant"), [("yes", True), ("ON", True), ("1", True), ("no", False), ("", False)]
)
def test_a_switch_is_yes_or_no(monkeypatch, given, meant):
    monkeypatch.setenv("SPACE_X", given)
    assert env.flag("SPACE_X") is meant


def test_a_switch_that_is_neither_stops_the_start(monkeypatch):
    monkeypatch.setenv("SPACE_X", "maybe")
    with pytest.raises(ImproperlyConfigured, match="give yes or no"):
        env.flag("SPACE_X")


def test_what_is_not_set_has_its_default(monkeypatch, tmp_path):
    monkeypatch.delenv("SPACE_X", raising=False)
    assert env.number("SPACE_X", 5) == 5
    assert env.flag("SPACE_X", default=True) is True
    assert env.listing("SPACE_X", "a, b ,,c") == ["a", "b", "c"]
    assert env.folder("SPACE_X", tmp_path) == tmp_path


def test_a_secret_outlives_a_restart_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    monkeypatch.delenv("SPACE_X", raising=False)
    file = tmp_path / "new" / "secret"
    first = env.secret("SPACE_X", file)

    assert len(first) == 64
    assert env.secret("SPACE_X", file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(file.parent) == ["secret"]


def test_processes_that_start_at_once_agree_on_a_secret(monkeypatch, tmp_path):
    monkeypatch.delenv("SPACE_X", raising=False)
    pids = iter(range(1, 100))
    monkeypatch.setattr(env.os, "getpid", lambda: next(pids))
    found, start = [], threading.Barrier(8)

    def begin():
        start.wait()
        found.append(env.secret("SPACE_X", tmp_path / "secret"))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_secret_from_the_environment_is_not_written_down(monkeypatch, tmp_path):
    monkeypatch.setenv("SPACE_X", "given")
    assert env.secret("SPACE_X", tmp_path / "secret") == "given"
    assert not Path(tmp_path / "secret").exists()


@pytest.mark.parametrize(
    "address", ["", "https://tiles.example.org:8443/{z}/{x}/{y}.png?key=a", "http://t/{x}/{y}/{z}"]
)
def test_the_address_of_tiles_says_where_a_tile_is(monkeypatch, address):
    monkeypatch.setenv("SPACE_X", address)
    assert env.tiles("SPACE_X") == address


@pytest.mark.parametrize(
    "address",
    [
        "https://tiles.example.org/",
        "//t/{z}/{x}/{y}",
        "https://a b/{z}/{x}/{y}",
        "https://*;script-src */{z}/{x}/{y}",
    ],
)
def test_no_other_address_of_tiles_stands_in_a_header(monkeypatch, address):
    monkeypatch.setenv("SPACE_X", address)
    with pytest.raises(ImproperlyConfigured, match="give an address as"):
        env.tiles("SPACE_X")


def test_the_address_of_a_database_is_taken_apart():
    found = database.from_address(
        "postgresql://ann%40x:p%2Fw@db.example:5433/space?sslmode=require&host=%2Frun%2Fpg", pool=3
    )
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("space", "ann@x", "p/w")
    assert (found["HOST"], found["PORT"]) == ("/run/pg", "5433")
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["OPTIONS"]["pool"]["max_size"] == 3


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite:///x.db", "space"])
def test_another_kind_of_database_is_refused_in_words(address):
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        database.from_address(address, pool=1)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=20))
def test_any_password_survives_being_written_as_an_address(password):
    from urllib.parse import quote

    assert (
        database.from_address(f"postgresql://u:{quote(password, safe='')}@h/d", pool=1)["PASSWORD"]
        == password
    )


def test_a_database_of_somebody_elses_is_asked_whether_it_still_lives():
    assert database.from_address("postgresql://db.example/space", pool=4)["CONN_HEALTH_CHECKS"] is True
    assert database.from_address("postgresql:///space", pool=4, embedded=True)["CONN_HEALTH_CHECKS"] is False
