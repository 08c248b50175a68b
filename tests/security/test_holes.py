"""Holes that were found by looking for them. Each stays shut."""

import pytest

from space.accounts import allowances
from space.web.pagecache import PageCache

LIST = "/discuss/"
# A page without a form, so that no cookie comes with it that would keep it out of the cache.
FEED = "/discuss.atom"


def test_a_session_in_an_odd_spelling_never_fills_the_place_of_a_page_for_everybody(door, secret, signed_in):
    name, _, key = signed_in.partition("=")
    for cookie in (f"{name} ={key}", f" {name}\t= {key}", f"a=b;{name}={key}", f'{name}="{key}"'):
        assert secret.title.encode() in door.ask(FEED, HTTP_COOKIE=cookie).body

    assert secret.title.encode() not in door.ask(FEED).body


def test_what_somebody_is_shown_is_not_kept_even_where_the_cache_does_not_know_the_cookie(
    door, secret, signed_in, monkeypatch
):
    monkeypatch.setattr(PageCache, "_is_for_everybody", lambda self, environ: True)
    assert secret.title.encode() in door.ask(FEED, HTTP_COOKIE=signed_in).body

    assert secret.title.encode() not in door.ask(FEED).body


@pytest.mark.parametrize("cookie", ["lang =ar", "lang\t=ar", 'lang="ar"', "theme =dark"])
def test_a_choice_in_an_odd_spelling_is_kept_for_who_made_it_alone(door, topic, cookie):
    chosen = door.ask(LIST, HTTP_COOKIE=cookie).body

    assert door.ask(LIST).body != chosen


@pytest.mark.parametrize(
    "spelling", ["Kofi_Mensah", "Kofi  Mensah", "Ko\x01fi Mensah", "kofi mensah@local", " KOFI MENSAH "]
)
def test_one_account_has_one_allowance_of_tries_however_its_name_is_spelt(spelling):
    assert allowances.account(spelling) == allowances.account("Kofi Mensah")


def test_a_cookie_that_is_no_session_is_not_looked_for(door, topic, django_assert_num_queries):
    with django_assert_num_queries(3):  # the savepoint around the request
        answer = door.ask(
            "/discuss/preview", HTTP_COOKIE='space_session="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'
        )

    assert answer.status == 405


@pytest.mark.parametrize("charset", ["zlib", "undefined", "utf-16", "utf-8"])
def test_what_a_request_says_of_its_charset_changes_nothing(door, topic, charset):
    kind = f"text/plain; charset={charset}"
    assert door.ask("/", "page=2&x=%C3%A9", CONTENT_TYPE=kind).status == 200
    assert door.ask("/", "&".join(["a=1"] * 2000), CONTENT_TYPE=kind).status == 400


@pytest.mark.parametrize("position", ["9999-12-31T23:59:59-23:59_1", "0001-01-01T00:00:00%2B23:59_1"])
def test_a_place_in_a_list_is_told_in_universal_time_or_not_at_all(door, topic, position):
    assert door.ask(LIST, f"before={position}").status == 200


def test_every_answer_says_what_a_browser_may_do(door, topic):
    asked = ["/", "/nothing", "/static/nothing.css", "/discuss.atom", "/discuss/tag/\x00/", "/healthz"]
    answers = [door.ask(path) for path in asked]
    answers += [door.ask("/", HTTP_HOST="evil.example"), door.post("/nothing", b"", "multipart/form-data")]
    answers += [door.ask("/", method="POST", body=b"x"), door.ask("/", "&".join(["a=1"] * 2000))]

    for answer in answers:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_nobody_has_texts_rendered_for_them(door, topic):
    words = b"preview=1&text=Some+**strong**+words"
    for path in ("/discuss/start", f"{topic.get_absolute_url()}reply"):
        answer = door.post(path, words)
        assert answer.status == 422
        assert b"<strong>strong</strong>" not in answer.body
