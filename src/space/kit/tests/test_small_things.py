import threading
import unicodedata
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from space.kit import clock
from space.kit.fields import one_line, perceived_length, tidy, whole_number
from space.kit.htmx import answer, is_htmx
from space.kit.rules import Refusal, first_refusal, require
from space.kit.seeing import VisibleManager

THEN = datetime(2014, 8, 6, tzinfo=UTC)


def test_everything_inside_happens_at_that_moment_and_nothing_after():
    with clock.at(THEN):
        assert clock.now() == THEN
        with clock.at(THEN.replace(year=2015)):
            assert clock.now().year == 2015
        assert clock.now() == THEN
    assert (timezone.now() - clock.now()).total_seconds() < 1


def test_the_clock_goes_on_for_others_meanwhile():
    seen = []
    with clock.at(THEN):
        other = threading.Thread(target=lambda: seen.append(clock.now()))
        other.start()
        other.join()
    assert seen[0].year >= 2024


def test_an_error_inside_sets_the_clock_free():
    with pytest.raises(ZeroDivisionError), clock.at(THEN):
        raise ZeroDivisionError
    assert clock.now().year >= 2024


@given(st.text())
def test_tidy_text_is_what_a_database_takes_and_stays_as_it_is(text):
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\x00" not in once
    assert "\r" not in once
    once.encode()


@given(st.text())
def test_a_title_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)
    assert one_line(text) == one_line(text).strip()


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("  ab ", 2), ("e\u0301", 1), ("ที่", 1), ("维基", 2), ("\u200bx\u200d", 1), ("❤️", 1)],
)
def test_characters_are_counted_as_people_count_them(text, length):
    assert perceived_length(text) == length


def test_a_no_carries_its_reason_to_the_page():
    no = Refusal("Log in first.")
    assert not no
    with pytest.raises(PermissionDenied, match="Log in first"):
        require(no)
    require(True)
    assert first_refusal(True, no, Refusal("Later.")) is no
    assert first_refusal(True, True) is True


def test_the_short_spelling_is_refused_where_rows_can_be_private():
    manager = VisibleManager()
    manager.model = type("Secret", (), {})
    with pytest.raises(TypeError, match="visible_to"):
        manager.all()


def test_a_change_answers_with_its_piece_or_leads_back(monkeypatch):
    monkeypatch.setattr("space.kit.htmx.render", lambda request, partial, context: _page(partial))
    by_htmx = RequestFactory().post("/", headers={"HX-Request": "true"})

    assert is_htmx(by_htmx)
    assert answer(by_htmx, "x/_piece.html", {}, back_to="/there").content == b"x/_piece.html"
    plain = answer(RequestFactory().post("/"), "x/_piece.html", {}, back_to="/there")
    assert (plain.status_code, plain["Location"]) == (302, "/there")
    assert "HX-Request" in plain["Vary"]


def _page(text: str):
    return HttpResponse(text)


@pytest.mark.parametrize("typed", [None, "", "-1", "1.5", "²", "seven", "1234567890"])
def test_what_is_no_number_of_ours_is_none(typed):
    assert whole_number(typed) is None


def test_a_number_is_read_in_every_script():
    assert (whole_number("0"), whole_number("٤٢"), whole_number("1234567890", digits=14)) == (
        0,
        42,
        1234567890,
    )
