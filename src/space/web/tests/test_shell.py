from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from space.web import menu, panels
from space.web.middleware import CanonicalHost, ClearErrors, SecurityHeaders
from space.web.times import ago, iso

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _answered(response):
    return SecurityHeaders(lambda _: response)(RequestFactory().get("/"))


def test_every_answer_says_what_a_browser_may_do_with_it():
    response = _answered(HttpResponse("x"))

    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cache-Control"] == "private, no-cache"
    for name in ("Cookie", "Accept-Language", "Accept-Encoding", "HX-Request"):
        assert name in response["Vary"]


def test_json_is_not_left_to_a_browsers_guess():
    assert (
        _answered(HttpResponse("{}", content_type="application/json"))["Cache-Control"] == "private, no-cache"
    )


def test_a_view_that_knows_better_keeps_its_own_headers():
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox", "Cache-Control": "max-age=60"})
    response = _answered(own)
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Cache-Control"] == "max-age=60"


def test_https_is_remembered_by_browsers_only_where_it_is_used(settings):
    assert "Strict-Transport-Security" not in _answered(HttpResponse())
    settings.SECURE_HSTS_SECONDS = 60
    assert _answered(HttpResponse())["Strict-Transport-Security"] == "max-age=60"


@pytest.mark.parametrize("host", ["old.example", "OLD.example:8080"])
def test_an_old_host_leads_to_the_one_name(settings, host):
    settings.ALIASES, settings.ALLOWED_HOSTS, settings.ORIGIN = (
        ["old.example"],
        ["*"],
        "https://space.example",
    )
    answer = CanonicalHost(lambda _: HttpResponse("page"))
    moved = answer(RequestFactory().get("/discuss/?page=2", headers={"host": host}))

    assert (moved.status_code, moved["Location"]) == (301, "https://space.example/discuss/?page=2")
    assert answer(RequestFactory().get("/", headers={"host": "space.example"})).content == b"page"


@pytest.mark.parametrize(("code", "status"), [("too_fast", 429), ("other", 422)])
def test_a_limit_that_no_form_caught_becomes_a_page_with_its_words(rf, code, status):
    caught = ClearErrors(lambda _: HttpResponse()).process_exception
    response = caught(rf.get("/"), ValidationError("You can go on in 5 seconds.", code=code))

    assert response.status_code == status
    assert "You can go on in 5 seconds." in response.content.decode()
    assert caught(rf.get("/"), KeyError("x")) is None


def test_the_menu_shows_what_was_registered_in_order_and_where_one_is(monkeypatch):
    monkeypatch.setattr(menu, "_places", defaultdict(list))
    monkeypatch.setattr(menu, "_address", lambda name: f"/{name}/")
    menu.register("main", "Later", "later", order=20)
    menu.register("main", "First", "first", order=10)

    shown = menu.shown("main", "/later/on")
    assert [(item.label, item.current) for item in shown] == [("First", False), ("Later", True)]
    assert menu.shown("foot", "/") == []


def test_a_place_shows_the_panels_that_have_something_to_show(monkeypatch):
    monkeypatch.setattr(panels, "_panels", defaultdict(list))
    partial = "web/_empty.html"
    monkeypatch.setattr(panels, "render_to_string", lambda name, context, request: f"{context['text']} ")
    panels.register(
        "person", order=2, partial=partial, content=lambda thing, reader: {"text": f"{thing}-{reader}"}
    )
    panels.register("person", order=1, partial=partial, content=lambda thing, reader: {"text": "first"})
    panels.register("person", order=0, partial=partial, content=lambda thing, reader: None)

    assert panels.show("person", "Lena", "reader") == "first Lena-reader "
    assert panels.show("elsewhere", "Lena", "reader") == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "now"),
        (0, "now"),
        (59, "now"),
        (60, "1m"),
        (3599, "59m"),
        (3600, "1h"),
        (86399, "23h"),
        (86400, "1d"),
    ],
)
def test_how_long_ago_in_the_shortest_words(seconds, said):
    with translation.override("en"):
        assert ago(NOW - timedelta(seconds=seconds), NOW) == said


def test_after_a_month_the_day_is_named_and_after_a_year_the_year():
    with translation.override("en"):
        assert ago(NOW - timedelta(days=31), NOW) == "22 Oct"
        assert ago(NOW - timedelta(days=366), NOW) == "21 Nov 2025"
    assert iso(NOW) == "2026-11-22T12:00:00Z"


def test_tags_escape_what_they_are_given():
    page = Template("{% load space %}{% person name %}{% icon kind %}")
    html = page.render(Context({"name": "<script>", "kind": '"><script>'}))
    assert "<script>" not in html
    assert '<bdi translate="no">&lt;script&gt;</bdi>' in html


class _Asked(forms.Form):
    name, place = forms.CharField(required=False), forms.CharField()

    def clean(self):
        if self.cleaned_data.get("name") == "nobody":
            raise ValidationError("Not you.")


@pytest.mark.parametrize(
    ("typed", "focused"),
    [(None, ""), ({"name": "Ana"}, 'name="place"'), ({"name": "nobody"}, 'role="alert"')],
)
def test_a_form_that_comes_back_begins_where_it_is_wrong(typed, focused):
    page = Template(
        '{% include "web/_form_errors.html" with form=form only %}{{ form.name }}{{ form.place }}'
    )
    html = page.render(Context({"form": _Asked(typed)}))
    tags = [tag for tag in html.split("<") if "autofocus" in tag]
    assert len(tags) == bool(focused)
    assert all(focused in tag for tag in tags)
