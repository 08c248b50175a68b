"""Addresses are kept as hashes under a key of the day, and the keys for ninety days."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest

from space.accounts import addresses
from space.accounts.models import AddressKey
from space.kit import clock

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_remembered_keys() -> None:
    addresses._key.cache_clear()


def request(remote: str = "203.0.113.7", forwarded: str = "") -> HttpRequest:
    made = HttpRequest()
    made.META = {"REMOTE_ADDR": remote, **({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})}
    return made


def test_an_address_is_the_same_all_day_and_another_tomorrow() -> None:
    with clock.at(NOON):
        morning, evening = addresses.address_of(request()), addresses.address_of(request())
    with clock.at(NOON + timedelta(days=1)):
        tomorrow = addresses.address_of(request())
    assert morning == evening != tomorrow
    assert "203" not in morning


def test_a_hash_fits_where_limits_keep_it() -> None:
    assert len(addresses.address_of(request())) <= 80


def test_nobody_is_believed_about_an_address_without_a_proxy(settings) -> None:
    settings.PROXIES = 0
    assert addresses.sender(request(forwarded="198.51.100.1")) == "203.0.113.7"


def test_behind_two_proxies_the_second_from_the_right_counts(settings) -> None:
    settings.PROXIES = 2
    forged = request("10.0.0.1", "1.1.1.1, 198.51.100.9, 10.0.0.2")
    assert addresses.sender(forged) == "198.51.100.9"


def test_too_short_a_chain_gives_what_there_is(settings) -> None:
    settings.PROXIES = 3
    assert addresses.sender(request()) == "203.0.113.7"


@pytest.mark.parametrize(
    ("address", "household"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:5000", "203.0.113.7"),
        ("", ""),
        ("nonsense", "nonsense"),
    ],
)
def test_one_household_is_one_address(address: str, household: str) -> None:
    assert addresses.network(address) == household


def test_keys_of_days_long_past_are_deleted() -> None:
    for age in (0, 89, 91, 400):
        AddressKey.objects.create(day=NOON.date() - timedelta(days=age), key=b"k")
    with clock.at(NOON):
        addresses.forget_old_keys()
    assert AddressKey.objects.count() == 2
