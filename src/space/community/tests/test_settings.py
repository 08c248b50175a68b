"""A setting has its default until somebody chooses; whoever asks gets what holds now, for next to nothing."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from space import community
from space.administration.actions import change_setting, reset_setting
from space.community import Group, Said, reading, registry, units
from space.community.kinds import Choice, Number, ShortText, Texts, YesNo
from space.community.models import Setting
from space.discuss.numbers import NEW_DAYS, TOPICS_PER_PAGE
from space.web import versions

NUMBERS = [one for one in registry.everything() if isinstance(one.kind, Number)]
number_settings = pytest.mark.parametrize("number", NUMBERS, ids=lambda one: one.name)


def test_the_operators_number_is_the_default(settings):
    settings.TOPICS_PER_PAGE = 17
    assert TOPICS_PER_PAGE() == 17


def test_what_an_administrator_chose_stands_above_it(settings, ada):
    settings.TOPICS_PER_PAGE = 17
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    assert TOPICS_PER_PAGE() == 40
    assert NEW_DAYS() == 2

    reset_setting(TOPICS_PER_PAGE, by=ada)
    assert TOPICS_PER_PAGE() == 17
    assert not Setting.objects.exists()


def test_a_process_that_hears_reads_all_settings_in_one_query_and_then_in_none(ada, hearing):
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    versions.ledger.note(reading.TAG)
    with CaptureQueriesContext(connection) as asked:
        assert [TOPICS_PER_PAGE(), NEW_DAYS(), TOPICS_PER_PAGE()] == [40, 2, 40]
    assert len(asked) == 1


def test_another_process_has_the_new_value_as_soon_as_it_hears_of_it(ada, hearing):
    assert TOPICS_PER_PAGE() == 30
    Setting.objects.create(name=TOPICS_PER_PAGE.name, value=12, by=ada)
    assert TOPICS_PER_PAGE() == 30

    versions.ledger.note(reading.TAG)
    assert TOPICS_PER_PAGE() == 12


def test_a_process_that_hears_nothing_asks_each_time(ada):
    for size in (12, 13):
        Setting.objects.update_or_create(name=TOPICS_PER_PAGE.name, defaults={"value": size, "by": ada})
        assert TOPICS_PER_PAGE() == size


def test_a_request_that_is_answered_by_a_deaf_process_reads_once(client, topic, lena):
    client.force_login(lena)
    with CaptureQueriesContext(connection) as asked:
        client.get(topic.get_absolute_url())
    assert sum("community_setting" in query["sql"] for query in asked) == 1


def test_what_is_stored_and_no_value_any_more_counts_as_the_default(ada):
    Setting.objects.create(name=TOPICS_PER_PAGE.name, value=100_000, by=ada)
    Setting.objects.create(name=NEW_DAYS.name, value={"days": 3}, by=ada)
    Setting.objects.create(name="banner", value={"texts": 3}, by=ada)
    Setting.objects.create(name="of_an_app_that_is_gone", value=1, by=ada)

    assert (TOPICS_PER_PAGE(), NEW_DAYS(), registry.find("banner")()) == (30, 2, None)
    assert change_setting(TOPICS_PER_PAGE, 50, by=ada) == TOPICS_PER_PAGE() == 50


def test_two_settings_cannot_have_one_name():
    again = {
        "group": Group.LISTS,
        "label": "",
        "explanation": "",
        "unit": units.days,
        "at_least": 1,
        "at_most": 2,
    }
    with pytest.raises(ValueError, match="new_days"):
        community.number("new_days", **again)


@number_settings
def test_the_default_of_every_number_is_one_that_could_be_chosen(number):
    assert number.kind.checked(number.default()) == number.default()
    assert str(number.label)
    assert str(number.explanation)


@given(wanted=st.integers(), which=st.sampled_from(NUMBERS))
def test_a_number_is_taken_exactly_within_its_bounds(wanted, which):
    kind = which.kind
    if kind.at_least <= wanted <= kind.at_most:
        assert kind.checked(wanted) == kind.loaded(kind.stored(wanted)) == wanted
        return
    with pytest.raises(ValidationError) as refused:
        kind.checked(wanted)
    assert kind.said(kind.at_least) in refused.value.messages[0]
    assert kind.said(kind.at_most) in refused.value.messages[0]


@pytest.mark.parametrize("given", [True, None, "30", 30.0, [30]])
def test_what_is_no_whole_number_is_refused(given):
    with pytest.raises(ValidationError):
        TOPICS_PER_PAGE.kind.checked(given)


def test_yes_and_no_are_all_that_a_switch_takes():
    assert [YesNo().checked(word) for word in (True, False)] == [True, False]
    assert [YesNo().said(word) for word in (True, False)] == ["yes", "no"]
    with pytest.raises(ValidationError):
        YesNo().checked("yes")


def test_a_choice_is_one_of_its_words():
    kind = Choice((("new", "Newest first"), ("old", "Oldest first")))
    assert kind.said(kind.checked("old")) == "Oldest first"
    with pytest.raises(ValidationError):
        kind.checked("loud")


@pytest.mark.parametrize("given", ["", "   \n", "\u0000", "x" * 41])
def test_a_short_text_is_one_line_that_is_neither_empty_nor_too_long(given):
    assert ShortText(40).checked("  Espace \n commun ") == "Espace commun"
    with pytest.raises(ValidationError):
        ShortText(40).checked(given)


def test_texts_are_in_languages_of_the_interface_and_no_longer_than_they_may_be():
    kind = Texts(10, rich=False)
    assert kind.checked({"en": Said("en", "Hello"), "fr": Said("fr", "")}) == {"en": Said("en", "Hello")}
    for wrong in ({"tlh": Said("tlh", "nuqneH")}, {"en": Said("en", "Hello, hello")}):
        with pytest.raises(ValidationError):
            kind.checked(wrong)


@pytest.mark.parametrize("unit", [name for name in vars(units) if name not in vars(community)])
def test_every_unit_says_its_number(unit):
    told = getattr(units, unit)
    if getattr(told, "__module__", "") == units.__name__:
        assert "7" in told(7)
