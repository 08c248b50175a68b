import pytest

from space import languages
from space.languages.table import UNKNOWN


@pytest.mark.parametrize(
    ("code", "tag", "direction"),
    [
        ("fr", "fr", "ltr"),
        ("ar", "ar", "rtl"),
        ("pnb", "pnb", "rtl"),
        ("als", "gsw", "ltr"),
        ("be-x-old", "be-tarask", "ltr"),
        ("simple", "en-simple", "ltr"),
        ("zh-classical", "lzh", "ltr"),
        ("zh-hk", "zh-Hant-HK", "ltr"),
        ("kk-arab", "kk-Arab", "rtl"),
    ],
)
def test_a_code_of_the_wikis_has_the_tag_that_browsers_know(code, tag, direction):
    assert languages.bcp47(code).casefold() == tag.casefold()
    assert languages.direction(code) == direction


@pytest.mark.parametrize("said", ["zh-tw", "ZH_TW", "zh-Hant-TW", " zh-tw "])
def test_a_language_is_found_however_its_code_is_written(said):
    assert languages.canonical(said) == "zh-tw"


def test_old_codes_are_stored_as_the_modern_one():
    assert languages.canonical("zh-yue") == "yue"
    assert languages.canonical("als") == "gsw"


@pytest.mark.parametrize("code", ["", "xx", "qqq", "<script>", "fr fr", "a" * 1000])
def test_what_is_no_language_is_unknown_and_breaks_nothing(code):
    assert languages.language(code) is UNKNOWN
    assert not languages.known(code)
    assert languages.autonym(code) == code
    assert languages.mark(code) == ("", "auto")


def test_fall_backs_end_in_english():
    assert languages.fallbacks("pt-br") == ("pt", "en")
    assert languages.fallbacks("als") == ("de", "en")
    assert languages.fallbacks("en") == ()


def test_every_fall_back_is_a_language_of_ours():
    for one in languages.choices():
        assert all(map(languages.known, languages.fallbacks(one.code))), one


def test_nobody_is_offered_the_same_language_twice():
    tags = [one.bcp47 for one in languages.choices()]
    assert len(tags) == len(set(tags)) > 450


@pytest.mark.parametrize("typed", ["pa", "Punjabi", "ਪੰਜਾਬੀ", "punj"])
def test_a_language_is_found_by_any_of_its_names(typed):
    assert languages.find(typed)[0].code == "pa"


def test_finding_does_not_mind_accents_or_old_codes():
    assert languages.find("francais")[0].code == "fr"
    assert languages.find("zh-yue")[0].code == "yue"
    assert languages.find("  ") == []
