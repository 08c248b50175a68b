import gzip

import brotli
import pytest

from space.web.pagecache import counting, wrapper
from space.web.pagecache.encoding import chosen_encoding
from space.web.pagecache.marks import COUNTS, TAGS


def test_the_second_reader_gets_the_page_of_the_first(site):
    assert site.get("/discuss/").number == 1
    assert site.get("/discuss/").number == 1
    assert site.get("/other/").number == 2


def test_marks_for_the_cache_do_not_leave_the_house(site):
    site.headers.append((COUNTS, "topic:7"))
    for got in (site.get(), site.get()):
        assert TAGS not in got.headers
        assert COUNTS not in got.headers


def test_a_page_that_shows_what_changed_is_made_anew(site, ledger):
    site.get()
    ledger.note("topic:9")
    assert site.get().number == 1
    ledger.note("lists")
    assert site.get().number == 2


def test_hiding_something_makes_every_page_anew(site, ledger):
    site.get()
    ledger.note("everything")
    assert site.get().number == 2


@pytest.mark.parametrize("tag", ["lists", "everything"])
def test_render_hide_then_store_keeps_nothing(site, ledger, tag):
    site.while_rendering = lambda: ledger.note(tag)
    site.get()
    site.while_rendering = lambda: None
    assert site.get().number == 2


def test_while_changes_cannot_be_heard_nothing_kept_is_served_and_nothing_kept(site, ledger):
    site.get()
    ledger.lose()
    assert site.get().number == 2
    ledger.hear()
    assert site.get().number == 3
    assert site.get().number == 3


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "space_session=abc"},
        {"HTTP_COOKIE": "theme=dark; messages=x"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": ""},
        {"method": "POST"},
        {"method": "HEAD"},
    ],
)
def test_what_is_somebodys_own_neither_fills_nor_uses_a_page(site, environ):
    assert site.get(**environ).number == 1
    assert site.get().number == 2
    assert site.get(**environ).number == 3
    assert site.get().number == 2


def test_a_fragment_cannot_take_the_place_of_a_page(site):
    site.get(HTTP_HX_REQUEST="true")
    assert site.get().number == 2


def test_a_foreign_host_cannot_leave_a_page_for_ours(site):
    site.get(HTTP_HOST="evil.example")
    assert site.get(HTTP_HOST="LOCALHOST").number == 2
    assert site.get(HTTP_HOST="localhost:8000").number == 3


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "500 Error", "201 Created"])
def test_only_a_page_that_is_there_is_kept(site, status):
    site.status = status
    site.get()
    assert site.get().number == 2


def test_an_answer_that_sets_a_cookie_is_never_kept(site):
    site.headers.append(("Set-Cookie", "csrftoken=secret"))
    site.get()
    assert site.get().number == 2


def test_a_page_without_marks_is_never_kept(site):
    site.headers = [("Content-Type", "text/html")]
    site.get()
    assert site.get().number == 2


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_ACCEPT_LANGUAGE": "ar"},
        {"HTTP_COOKIE": "lang=fr"},
        {"HTTP_COOKIE": "theme=dark"},
        {"HTTP_COOKIE": "a[]=1; theme=dark"},
        {"query": "lang=ar"},
        {"query": "page=2"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_ACCEPT_ENCODING": "br"},
    ],
)
def test_another_language_theme_page_or_form_is_another_page(site, environ):
    site.get()
    assert site.get(**environ).headers
    assert site.asked == 2
    site.get(**environ)
    assert site.asked == 2


def test_made_up_themes_do_not_fill_the_store(site):
    for number in range(5):
        site.get(HTTP_COOKIE=f"theme=t{number}; other=1")
    assert site.asked == 1


def test_the_same_question_in_another_order_is_the_same_page(site):
    site.get(query="page=2&lang=fr")
    assert site.get(query="lang=fr&page=2").number == 1


def test_a_page_is_kept_for_half_a_minute_at_most(site, monkeypatch):
    site.get()
    later = wrapper.monotonic() + 31
    monkeypatch.setattr(wrapper, "monotonic", lambda: later)
    assert site.get().number == 2


def test_the_store_is_bounded_in_bytes(site):
    site.cache.store.limit = 30_000
    for number in range(200):
        site.get(f"/{number}")
    assert site.cache.store.size <= 30_000
    assert site.get("/199").number == 200
    assert site.get("/0").number == 201


def test_a_browser_that_has_the_page_is_told_so(site):
    etag = site.get().headers["ETag"]
    again = site.get(HTTP_IF_NONE_MATCH=etag)

    assert (again.status[:3], again.body) == ("304", b"")
    assert again.headers["ETag"] == etag
    assert "Content-Type" not in again.headers


def test_after_a_change_the_browsers_page_is_old(site, ledger):
    etag = site.get().headers["ETag"]
    ledger.note("lists")
    assert site.get(HTTP_IF_NONE_MATCH=etag).status == "200 OK"


def test_pages_go_out_compressed_as_the_browser_wants(site):
    by_brotli, by_gzip, plain = (
        site.get(HTTP_ACCEPT_ENCODING=e) for e in ("gzip, br", "gzip", "br;q=0, identity")
    )

    assert brotli.decompress(by_brotli.body).startswith(b"page 1")
    assert gzip.decompress(by_gzip.body).startswith(b"page 2")
    assert plain.body.startswith(b"page 3")
    assert by_brotli.headers["Content-Length"] == str(len(by_brotli.body))
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("", ""),
        ("br", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br; q=0.000, GZIP", "gzip"),
        ("brotli", ""),
        ("*", ""),
    ],
)
def test_refused_encodings_are_heeded(accepted, chosen):
    assert chosen_encoding(accepted) == chosen


def test_a_tag_that_a_view_gave_stays_and_is_weak_once_compressed(site):
    site.headers = [("Content-Type", "image/svg+xml"), ("ETag", '"abc"')]
    assert site.get().headers["ETag"] == '"abc"'
    compressed = site.get(HTTP_ACCEPT_ENCODING="br").headers
    assert compressed["ETag"] == 'W/"abc"'
    assert compressed["Vary"] == "Accept-Encoding"


def test_pictures_pass_as_they_are(site):
    site.headers = [("Content-Type", "image/png"), (TAGS, "lists")]
    assert "Content-Encoding" not in site.get(HTTP_ACCEPT_ENCODING="br").headers
    assert site.get().number == 2


def test_every_delivery_counts_once(site):
    site.headers.append((COUNTS, "topic:7"))
    for _ in range(3):
        site.get()
    site.get(HTTP_COOKIE="space_session=abc")
    assert counting._counted == {("topic", 7): 4}


def test_views_are_written_as_sums_and_kept_when_writing_fails(ledger, monkeypatch):
    written, broken = [], [True]

    def write(sums):
        if broken.pop() if broken else False:
            raise OSError("database away")
        written.append(dict(sums))

    monkeypatch.setattr(counting, "_writers", {"topic": write})
    for what in ("topic:7", "topic:7", "topic:8", ""):
        counting.count(what)
    counting.write_sums()
    counting.count("topic:8")
    counting.write_sums()
    counting.write_sums()
    assert written == [{7: 2, 8: 2}]
