from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template import Context, Template
from django.utils import translation

from space.languages.middleware import InterfaceLanguage
from space.languages.negotiation import forget
from space.languages.views import choose


@pytest.fixture(autouse=True)
def _three_languages(settings):
    settings.LANGUAGES = [("en", "English"), ("fr", "French"), ("ar", "Arabic")]
    forget()
    with translation.override("en"):
        yield
    forget()


def visit(rf, path="/", *, cookie="", preference="", header=""):
    request = rf.get(path, headers={"accept-language": header})
    request.COOKIES["lang"] = cookie
    request.reader = SimpleNamespace(language=preference)
    response = InterfaceLanguage(lambda request: HttpResponse(translation.get_language()))(request)
    return request, response


def test_the_address_beats_the_cookie_beats_the_preference_beats_the_browser(rf):
    wishes = {"cookie": "fr", "preference": "ar", "header": "en"}
    assert visit(rf, "/?lang=ar", **wishes)[1].content == b"ar"
    assert visit(rf, **wishes)[1].content == b"fr"
    assert visit(rf, **wishes | {"cookie": ""})[1].content == b"ar"
    assert visit(rf, header="fr")[1].content == b"fr"


def test_the_page_says_its_language_and_direction(rf):
    request, response = visit(rf, "/?lang=ar")
    assert (request.LANGUAGE_CODE, request.ui_lang, request.ui_dir) == ("ar", "ar", "rtl")
    assert response["Content-Language"] == "ar"
    assert response["Vary"] == "Accept-Language, Cookie"


def test_without_a_reader_the_browser_decides(rf):
    request = rf.get("/", headers={"accept-language": "fr"})
    InterfaceLanguage(lambda request: HttpResponse())(request)
    assert request.LANGUAGE_CODE == "fr"


def test_looking_in_another_language_remembers_nothing(rf):
    assert not visit(rf, "/?lang=ar")[1].cookies


def test_a_chosen_language_is_kept_and_the_reader_goes_back(rf):
    response = choose(rf.post("/language", {"lang": "ar", "next": "/discuss/?page=2&lang=fr"}))
    assert response.cookies["lang"].value == "ar"
    assert response.url == "/discuss/?page=2"


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "\\\\evil"]
)
def test_choosing_a_language_leads_nowhere_else(rf, back):
    assert choose(rf.post("/language", {"lang": "ar", "next": back})).url == "/"


def test_a_language_we_do_not_speak_is_not_kept(rf):
    assert not choose(rf.post("/language", {"lang": "klingon", "next": "/"})).cookies


def test_another_site_cannot_choose_for_a_reader(rf):
    with pytest.raises(PermissionDenied):
        choose(rf.post("/language", {"lang": "ar"}, headers={"sec-fetch-site": "cross-site"}))


def test_choosing_needs_a_press_of_a_button(rf):
    assert choose(rf.get("/language?lang=ar")).status_code == 405


def test_templates_can_name_and_mark_languages():
    page = Template(
        "{% load languages %}<b {% language_mark 'fa' %}>{% autonym 'fa' %}</b>"
        "{{ 'als'|bcp47 }} {{ 'ar'|direction }}{% interface_languages as all %}{{ all|length }}"
    )
    assert page.render(Context()) == '<b lang="fa" dir="rtl">فارسی</b>gsw rtl3'
