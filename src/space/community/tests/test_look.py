"""Name, mark and banner on every page: what they are, from when until when, and in which language."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from space.accounts.tests.people import person
from space.administration.actions import change_setting
from space.administration.texts import drawn, said
from space.community.look import BANNER, MAIL_PREFIX, MARK, NAME, banner, sender
from space.community.notices import Notice
from space.community.pictures import Picture
from space.uploads.tests.makers import picture, svg
from space.web.look import Look

WORDS = {"en": said("en", "**Sunday** we move.", rich=True), "ar": said("ar", "ننتقل **الأحد**.", rich=True)}
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "brand", "is_long"),
    [
        ("Wikimedia Space", ("Wikimedia", "Space"), False),
        ("Wikimedia", ("", "Wikimedia"), False),
        ("Wikimediane", ("", "Wikimediane"), False),
        ("Espace francophone", ("", "Espace francophone"), True),
    ],
)
def test_the_bar_shows_the_movement_small_and_the_rest_large(name, brand, is_long):
    assert (Look(name).brand, Look(name).is_long) == (brand, is_long)


@pytest.mark.parametrize(
    ("since", "until", "is_up"),
    [(None, None, True), (-HOUR, HOUR, True), (HOUR, None, False), (None, -HOUR, False), (-HOUR, None, True)],
)
def test_a_banner_is_up_between_its_moments(ada, since, until, is_up):
    now = timezone.now()
    moments = [when and now + when for when in (since, until)]
    change_setting(BANNER, Notice(WORDS, "warning", *moments), by=ada)
    assert (banner() is not None) is is_up


@pytest.mark.parametrize(
    ("language", "lang", "dir"), [("ar", "ar", "rtl"), ("en", "en", "ltr"), ("fr", "en", "ltr")]
)
def test_a_banner_is_in_the_readers_language_or_else_in_english(ada, language, lang, dir):
    change_setting(BANNER, Notice(WORDS), by=ada)
    with translation.override(language):
        shown = banner()
    assert (shown.lang, shown.dir, shown.level) == (lang, dir, "info")
    assert "<strong>" in shown.html


def test_a_banner_in_another_language_alone_is_still_seen(ada):
    change_setting(BANNER, Notice({"ar": WORDS["ar"]}), by=ada)
    assert banner().lang == "ar"


def test_a_banner_that_says_something_else_is_another_one(ada):
    keys = set()
    for words in (WORDS, {"en": WORDS["en"]}, WORDS):
        change_setting(BANNER, Notice(words), by=ada)
        keys.add(banner().key)
    assert len(keys) == 2


def test_a_banner_ends_after_it_begins_and_without_words_there_is_none(ada):
    now = timezone.now()
    with pytest.raises(ValidationError, match="end after"):
        change_setting(BANNER, Notice(WORDS, "info", now, now - HOUR), by=ada)
    with pytest.raises(ValidationError):
        change_setting(BANNER, Notice(WORDS, "shouted"), by=ada)
    assert change_setting(BANNER, Notice({}), by=ada) is None


@pytest.mark.parametrize("data", [svg("<script>alert(1)</script><rect onclick='x()'/>"), picture("PNG")])
def test_the_mark_is_shown_at_an_address_of_its_own_and_can_do_nothing(client, ada, data, rf):
    mark = change_setting(MARK, drawn(BytesIO(data)), by=ada)
    page = client.get("/").content.decode()
    address = f"/community/mark/{mark.digest}"
    assert f'src="{address}"' in page

    answer = client.get(address)
    assert answer.status_code == 200
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "immutable" in answer["Cache-Control"]
    assert b"script" not in answer.content
    assert b"onclick" not in answer.content


@pytest.mark.parametrize("address", ["mark/0123456789abcdef", "name/x", "nothing/x", "topics_per_page/30"])
def test_what_is_no_picture_of_today_is_not_there(client, ada, address):
    change_setting(MARK, Picture("image/png", b"x"), by=ada)
    assert client.get(f"/community/{address}").status_code == 404


def test_a_mark_is_small_and_of_a_kind_that_stays_sharp():
    with pytest.raises(ValidationError, match="SVG"):
        MARK.kind.checked(drawn(BytesIO(picture("JPEG"))))
    with pytest.raises(ValidationError, match="too large"):
        MARK.kind.checked(Picture("image/png", bytes(50_001)))


def test_mails_come_from_the_name_of_today_unless_the_operator_said_from_whom(ada, settings):
    settings.DEFAULT_FROM_EMAIL, settings.MAIL_FROM = "Wikimedia Space <space@space.example>", ""
    change_setting(NAME, "Ágora", by=ada)
    assert sender() == "=?utf-8?b?w4Fnb3Jh?= <space@space.example>"

    settings.MAIL_FROM = settings.DEFAULT_FROM_EMAIL
    assert sender() == "Wikimedia Space <space@space.example>"


def test_the_name_stands_in_titles_feeds_and_previews_of_links(client, ada, topic):
    change_setting(NAME, "Ágora <b>", by=ada)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "Ágora &lt;b&gt;</title>" in page
    assert "<b>" not in page.partition("</header>")[0]
    assert 'property="og:site_name" content="Ágora' in page
    assert "Ágora" in client.get("/discuss.atom").content.decode()


def test_mails_about_an_account_carry_the_name_and_the_word_before_the_subject(client, ada, mailoutbox):
    change_setting(NAME, "Ágora", by=ada)
    change_setting(MAIL_PREFIX, "Agora", by=ada)
    person(email="amina@example.org")
    client.post(reverse("account_reset_password"), {"email": "amina@example.org"})
    assert mailoutbox[0].subject.startswith("[Agora] ")
    assert "\nÁgora\n" in mailoutbox[0].body
    assert "w4Fnb3Jh" in mailoutbox[0].from_email
