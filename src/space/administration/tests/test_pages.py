"""The pages for administrators: who may, what they show, and what they do with what is typed."""

from io import BytesIO

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.administration.actions import change_setting
from space.administration.permissions import can_administer
from space.community import registry
from space.community.look import BANNER, MARK, NAME
from space.community.models import Setting
from space.discuss.numbers import TOPICS_PER_PAGE
from space.pages.wording import NOTE, WELCOME
from space.uploads.tests.makers import picture, svg

LIST = "/administration/settings/"
ONE = f"{LIST}topics_per_page/"


@pytest.fixture
def page(client, ada):
    """What Ada is shown at an address."""
    client.force_login(ada)
    return lambda address, **data: client.get(address, data).content.decode()


@pytest.mark.parametrize(
    ("who", "may"), [("amina", False), ("lena", False), ("rosa", False), ("viktor", False), ("ada", True)]
)
def test_who_may_administer(request, who, may, django_assert_num_queries):
    reader = reader_of(request.getfixturevalue(who))
    with django_assert_num_queries(0):
        assert bool(can_administer(reader)) is may


def test_only_administrators_find_the_way_in_their_menu(client, ada, rosa, hearing):
    for person, finds in ((rosa, False), (ada, True), (rosa, False)):
        client.force_login(person)
        assert ('href="/administration/"' in client.get("/discuss/").content.decode()) is finds


def test_nobody_in_particular_is_asked_to_sign_in(client, db):
    assert client.get(LIST).url == f"/accounts/login/?next={LIST}"


def test_the_first_page_lists_what_apps_put_there(page):
    shown = page("/administration/")
    assert 'href="/administration/settings/"' in shown
    assert 'href="/archives/takedowns"' in shown or reverse("archives:takedowns") in shown


def test_every_setting_is_listed_with_its_value_in_few_queries(client, ada, django_assert_max_num_queries):
    client.force_login(ada)
    for name, value in (("topics_per_page", 40), ("posts_per_page", 10), ("new_days", 7)):
        change_setting(registry.find(name), value, by=ada)
    with django_assert_max_num_queries(3):
        shown = client.get(LIST).content.decode()
    assert all(f'href="{LIST}{one.name}/"' in shown for one in registry.everything())
    assert "40 topics" in shown
    assert shown.count("Changed by") == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rows list", {"topics_per_page"}),
        ("TOPICS_PER_PAGE", {"topics_per_page"}),
        ("newcomer links", {"newcomer_links"}),
        ("pàssword minute", {"sign_in_tries_a_minute", "sign_in_tries_an_hour"}),
        ("xyzzy", set()),
        ("<script>", set()),
    ],
)
def test_settings_are_found_by_words_of_label_explanation_and_name(page, words, found):
    shown = page(LIST, q=words)
    assert {one.name for one in registry.everything() if f'id="{one.name}"' in shown} == found
    assert "<script>alert" not in shown
    assert ("No setting with these words" in shown) is not found


def test_a_number_is_changed_and_its_page_says_who_did(client, ada):
    client.force_login(ada)
    answer = client.post(ONE, {"value": "40", "seen": ""}, follow=True)
    shown = answer.content.decode()
    assert TOPICS_PER_PAGE() == 40
    assert answer.redirect_chain == [(ONE, 302)]
    assert "30 topics" in shown
    assert "Changed by" in shown


@pytest.mark.parametrize("typed", ["2000", "4", "", "many", "3.5", "٣", "9" * 5000, "\x00"])
def test_a_number_that_cannot_be_comes_back_with_the_bounds(client, ada, typed):
    client.force_login(ada)
    answer = client.post(ONE, {"value": typed, "seen": ""})
    assert answer.status_code == 422
    assert "from 5 topics to 100 topics" in answer.content.decode()
    assert not Setting.objects.exists()


def test_a_second_administrator_is_told_keeps_what_was_typed_and_may_insist(client, ada, rosa):
    client.force_login(ada)
    change_setting(TOPICS_PER_PAGE, 40, by=rosa)
    answer = client.post(ONE, {"value": "50", "seen": ""})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Rosa Quispe" in shown
    assert 'value="50"' in shown

    again = answer.context["form"]["seen"].value()
    assert client.post(ONE, {"value": "50", "seen": again}).status_code == 302
    assert TOPICS_PER_PAGE() == 50


def test_going_back_to_the_default_from_an_old_page_undoes_nobodys_choice(client, ada, rosa):
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    opened = Setting.objects.get().changed_at.isoformat()
    change_setting(TOPICS_PER_PAGE, 50, by=rosa)
    client.force_login(ada)
    shown = client.post(f"{ONE}reset", {"seen": opened}, follow=True).content.decode()
    assert TOPICS_PER_PAGE() == 50
    assert "Rosa Quispe" in shown

    client.post(f"{ONE}reset", {"seen": Setting.objects.get().changed_at.isoformat()})
    assert TOPICS_PER_PAGE() == 30


def test_a_preview_shows_the_text_and_saves_nothing(client, ada):
    client.force_login(ada)
    typed = {"text_en": "## Be **kind**", "text_fr": "", "text_ar": "", "seen": "", "preview": "1"}
    answer = client.post(f"{LIST}home_note/", typed)
    assert answer.status_code == 200
    assert "<strong>kind</strong>" in answer.content.decode()
    assert "## Be **kind**" in answer.content.decode()
    assert not Setting.objects.exists()


def test_what_was_left_as_it_came_with_space_is_no_text_of_the_community(client, ada):
    client.force_login(ada)
    form = client.get(f"{LIST}home_note/").context["form"]
    typed = {name: form[name].value() for name in form.fields}
    assert client.post(f"{LIST}home_note/", typed).status_code == 302
    assert not Setting.objects.exists()

    client.post(f"{LIST}home_note/", {**typed, "text_en": "Be kind.\r\nThat is all."})
    assert set(NOTE()) == {"en"}
    assert NOTE.said("en").source == "Be kind.\nThat is all."
    assert NOTE.said("fr") == NOTE.ours("fr")


def test_a_text_that_is_too_long_comes_back_whole(client, ada):
    client.force_login(ada)
    long = "a" * 121
    answer = client.post(f"{LIST}welcome/", {"text_en": long, "text_fr": "", "text_ar": "", "seen": ""})
    assert answer.status_code == 422
    assert long in answer.content.decode()
    assert WELCOME() == {}


def test_a_mark_is_sent_and_what_is_no_mark_is_refused_in_words(client, ada):
    client.force_login(ada)
    address = f"{LIST}mark/"
    for data, words in ((picture("JPEG"), "SVG"), (b"", "empty"), (b"GIF89a nonsense", "damaged")):
        refused = client.post(address, {"value": BytesIO(data), "seen": ""})
        assert refused.status_code == 422
        assert words in refused.content.decode()
    assert client.post(address, {"seen": ""}).status_code == 422

    assert client.post(address, {"value": BytesIO(svg("<rect/>")), "seen": ""}).status_code == 302
    assert MARK().content_type == "image/svg+xml"


def test_a_file_that_is_much_too_large_is_refused_like_any_other(client, ada, settings):
    settings.UPLOAD_BYTES = 1000
    client.force_login(ada)
    answer = client.post(f"{LIST}mark/", {"value": BytesIO(svg("<rect/>" * 400)), "seen": ""})
    assert answer.status_code == 422
    assert "too large" in answer.content.decode()


def test_a_banner_is_set_in_the_time_zone_of_who_sets_it(client, ada):
    ada.time_zone = "Asia/Kolkata"
    ada.save()
    client.force_login(ada)
    typed = {
        "text_en": "We move.",
        "level": "warning",
        "since": "2026-03-01T12:00",
        "until": "2026-02-01T12:00",
    }
    assert "end after" in client.post(f"{LIST}banner/", {**typed, "seen": ""}).content.decode()

    assert client.post(f"{LIST}banner/", {**typed, "until": "", "seen": ""}).status_code == 302
    assert BANNER().since.isoformat() == "2026-03-01T06:30:00+00:00"
    assert 'value="2026-03-01T12:00"' in client.get(f"{LIST}banner/").content.decode()


def test_the_history_says_texts_as_the_log_keeps_them_and_escapes_them(client, ada, page):
    change_setting(NAME, "<b>Ágora</b>", by=ada)
    shown = page(f"{LIST}name/")
    assert "+ &lt;b&gt;Ágora&lt;/b&gt;" in shown
    assert "− Wikimedia Space" in shown


@pytest.mark.parametrize("name", [one.name for one in registry.everything()])
def test_every_setting_has_a_page_with_a_form(page, name):
    shown = page(f"{LIST}{name}/")
    assert '<button class="cdx-button cdx-button--weight-primary' in shown
    assert "Nobody has changed this yet." in shown


def test_a_setting_that_there_is_not_is_not_found(client, ada):
    client.force_login(ada)
    assert client.get(f"{LIST}nothing/").status_code == 404
    assert client.post(f"{LIST}nothing/reset").status_code == 404
