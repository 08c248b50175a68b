"""Whatever is asked, by nobody or by a member: an answer, and never one that says that we failed."""

import os
import random
from itertools import product

import pytest
from django.urls import get_resolver
from django.urls.converters import IntConverter

from tests.readers.table import TABLE
from tests.security.oddities import BODIES, HEADERS, METHODS, NUMBERS, QUERIES, WORDS

# Requests in one test: a few seconds.
AT_ONCE = int(os.environ.get("SPACE_ODD_REQUESTS", "150"))


def routes(resolver, before=""):
    for entry in resolver.url_patterns:
        route = f"{before}{entry.pattern}"
        if hasattr(entry, "url_patterns"):
            yield from routes(entry, route)
        else:
            yield route, entry.pattern.converters


def odd_paths():
    """Every address that holds a word or a number, with odd ones in its place."""
    for route, converters in routes(get_resolver()):
        for spot, converter in converters.items():
            for odd in NUMBERS if isinstance(converter, IntConverter) else WORDS:
                yield "/" + filled(route, converters, spot, odd)
    yield from (f"/accounts/password/new/{word}-{word}/" for word in (*WORDS, *NUMBERS))
    yield from (f"/{word}" for word in WORDS)
    yield from (
        "//",
        "//evil.example/discuss",
        "/./",
        "/static/../../etc/passwd",
        "/static/\x00",
        "/uploads/1/../2",
    )


def filled(route, converters, odd_spot, odd):
    for spot, converter in converters.items():
        plain = "1" if isinstance(converter, IntConverter) else "word"
        for kind in ("int:", "str:", "slug:", ""):
            route = route.replace(f"<{kind}{spot}>", odd if spot == odd_spot else plain)
    return route


@pytest.fixture
def addresses(world):
    own = {row.where(world).partition("?")[0] for row in TABLE}
    return sorted(own | {"/static/web/nothing.css", "/nothing"})


@pytest.fixture(params=["nobody", "member"])
def cookie(request, signed_in):
    return signed_in if request.param == "member" else ""


def some(asked):
    """Others in each run, so that a run is short and all come up; the seed that tests print brings them back."""
    asked = list(asked)
    return random.sample(asked, min(len(asked), AT_ONCE))


def test_odd_words_and_numbers_in_addresses(door, world, cookie):
    failed = [path[:90] for path in some(odd_paths()) if door.ask(path, HTTP_COOKIE=cookie).status >= 500]

    assert failed == []


def test_odd_queries(door, addresses, cookie):
    asked = some(product(addresses, QUERIES))
    failed = [(path, q[:90]) for path, q in asked if door.ask(path, q, HTTP_COOKIE=cookie).status >= 500]

    assert failed == []


def test_odd_headers(door, addresses, cookie):
    asked = some(product(addresses, HEADERS))
    failed = [(p, str(h)[:90]) for p, h in asked if door.ask(p, **{"HTTP_COOKIE": cookie} | h).status >= 500]

    assert failed == []


def test_odd_methods(door, addresses, cookie):
    asked = some(product(addresses, METHODS))
    failed = [(path, m) for path, m in asked if door.ask(path, method=m, HTTP_COOKIE=cookie).status >= 500]

    assert failed == []


def test_odd_forms(door, addresses, cookie):
    asked = some(product(addresses, BODIES))
    failed = [
        (p, body[:60], kind) for p, (body, kind) in asked if door.post(p, body, kind, cookie).status >= 500
    ]

    assert failed == []
