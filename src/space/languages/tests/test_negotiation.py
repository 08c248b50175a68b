import pytest

from space.languages import interface_languages, negotiate
from space.languages.negotiation import forget


@pytest.fixture(autouse=True)
def _three_languages(settings):
    settings.LANGUAGES = [("en", "English"), ("fr", "French"), ("ar", "Arabic")]
    settings.LANGUAGE_CODE = "en"
    forget()
    yield
    forget()


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("fr-CM,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.5, ar;q=0.9", "ar"),
        ("pa, ar;q=0.7, en;q=0.3", "ar"),
        ("arz", "ar"),
        ("wo", "fr"),
        ("fr;q=0, ar;q=0.1", "ar"),
        ("*", "en"),
        ("", "en"),
        (";;;,,q=,fr;q=lots, ,\x00", "en"),
        ("fr," * 10_000, "fr"),
        ("fr;q=nan, ar", "ar"),
    ],
)
def test_the_browser_says_what_its_reader_speaks(header, code):
    assert negotiate(header) == code


def test_a_choice_comes_before_the_browser():
    assert negotiate("fr", "ar") == "ar"
    assert negotiate("fr", "", "fr", "ar") == "fr"


def test_a_choice_we_cannot_serve_is_passed_over():
    assert negotiate("ar", "klingon", "<script>") == "ar"


def test_interface_languages_come_in_the_order_of_the_settings():
    assert [one.autonym for one in interface_languages()] == ["English", "français", "العربية"]
