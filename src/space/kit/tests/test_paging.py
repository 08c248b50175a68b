from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.kit.paging import Page, pages_of

sizes = st.integers(1, 50)
totals = st.integers(0, 5000)
asked = st.one_of(st.none(), st.text(max_size=12), st.integers(-9, 10**12).map(str))


@given(asked, sizes, totals)
def test_whatever_one_asks_for_is_a_page_that_is_there(wanted, size, total):
    page = Page.asked(wanted, size=size, total=total)
    assert 1 <= page.number <= page.count
    assert page.last - page.first + 1 <= size
    assert page.last <= total


@given(sizes, totals)
def test_all_pages_together_hold_everything_once(size, total):
    pages = [Page(number, size, total) for number in range(1, pages_of(total, size) + 1)]
    held = [thing for page in pages for thing in range(page.first, page.last + 1)]
    assert held == list(range(1, total + 1))


@given(asked, sizes, totals)
def test_a_pager_names_first_last_and_neighbours_and_no_gap_twice(wanted, size, total):
    page = Page.asked(wanted, size=size, total=total)
    shown = page.around
    numbers = [number for number in shown if number]

    assert numbers == sorted(set(numbers))
    assert {1, page.number, page.count} <= set(numbers)
    assert len(shown) <= 9
    assert all(one or other for one, other in pairwise(shown))


@given(sizes, totals, st.integers(1, 100))
def test_next_and_previous_lead_to_pages_that_are_there(size, total, number):
    page = Page.asked(str(number), size=size, total=total)
    assert page.has_previous is (page.number > 1)
    assert page.has_next is (page.last < total and total > 0)


@pytest.mark.parametrize(
    ("wanted", "number"), [("٣", 3), ("²", 1), ("0", 1), ("99", 4), ("9" * 500, 1), ("-1", 1)]
)
def test_odd_numbers_in_an_address_do_no_harm(wanted, number):
    assert Page.asked(wanted, size=10, total=40).number == number
