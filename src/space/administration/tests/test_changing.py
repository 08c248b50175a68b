"""What changing a setting does: it holds, it is written down, and nobody undoes another's choice unawares."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from space.administration.actions import change_setting, reset_setting, token
from space.administration.texts import said
from space.community.look import BANNER, MARK, NAME
from space.community.models import Setting
from space.community.notices import Notice
from space.community.pictures import Picture
from space.discuss.numbers import TOPICS_A_DAY, TOPICS_PER_PAGE
from space.moderation.models import LogEntry
from space.pages.wording import NOTE, WELCOME
from space.testing.cast import make
from space.web import versions


def entries():
    return list(LogEntry.objects.order_by("pk"))


def seen(definition):
    return token(Setting.objects.filter(name=definition.name).first())


def test_a_change_is_written_down_with_what_was_before(ada):
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    change_setting(TOPICS_PER_PAGE, 50, by=ada)
    reset_setting(TOPICS_PER_PAGE, by=ada)

    told = [(entry.what, entry.codes["old"], entry.codes["new"], entry.by) for entry in entries()]
    assert told == [
        ("setting-changed", 30, 40, ada),
        ("setting-changed", 40, 50, ada),
        ("setting-reset", 50, 30, ada),
    ]
    assert {entry.codes["name"] for entry in entries()} == {"topics_per_page"}


def test_codes_of_the_log_hold_no_texts(ada):
    change_setting(NAME, "Ágora", by=ada)
    change_setting(WELCOME, {"en": said("en", "Come in.", rich=False)}, by=ada)
    change_setting(BANNER, Notice({"en": said("en", "We move.", rich=True)}, "warning"), by=ada)
    change_setting(MARK, Picture("image/png", b"drawn"), by=ada)

    name, welcome, banner, mark = entries()
    assert [set(entry.codes) for entry in (name, welcome, banner)] == [{"name"}] * 3
    assert name.reason.text == "− Wikimedia Space\n+ Ágora"
    assert welcome.reason.text == "[en]\n− A place for the movement, by the movement.\n+ Come in."
    assert banner.reason.text == "[en]\n+ We move.\n+ warning: … – …"
    assert mark.codes == {"name": "mark", "old": "", "new": MARK().digest}


def test_choosing_what_holds_already_changes_nothing(ada, lena):
    change_setting(TOPICS_PER_PAGE, 30, by=ada)
    assert not Setting.objects.exists()
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    before = seen(TOPICS_PER_PAGE)
    change_setting(TOPICS_PER_PAGE, 40, by=lena, seen="long ago")
    assert (seen(TOPICS_PER_PAGE), len(entries())) == (before, 1)


def test_choosing_the_default_takes_the_choice_away(ada, settings):
    change_setting(TOPICS_PER_PAGE, 40, by=ada)
    change_setting(TOPICS_PER_PAGE, 30, by=ada)
    settings.TOPICS_PER_PAGE = 17
    assert TOPICS_PER_PAGE() == 17
    assert entries()[-1].what == "setting-reset"


@pytest.mark.parametrize("wrong", [4, 101, -1, 10**12])
def test_a_value_outside_of_its_bounds_never_gets_in(ada, wrong):
    with pytest.raises(ValidationError, match="from 5 topics to 100 topics"):
        change_setting(TOPICS_PER_PAGE, wrong, by=ada)
    assert not Setting.objects.exists()
    assert entries() == []


def test_who_decided_from_what_is_no_longer_so_is_told_by_whom(ada, rosa):
    opened = seen(TOPICS_PER_PAGE)
    change_setting(TOPICS_PER_PAGE, 40, by=rosa, seen=opened)
    with pytest.raises(ValidationError, match=r"Rosa Quispe.*40 topics") as refused:
        change_setting(TOPICS_PER_PAGE, 50, by=ada, seen=opened)
    assert refused.value.code == "changed"

    reset_setting(TOPICS_PER_PAGE, by=rosa)
    with pytest.raises(ValidationError, match="back to the default"):
        change_setting(TOPICS_PER_PAGE, 50, by=ada, seen="2026-01-01")
    assert TOPICS_PER_PAGE() == 30


def test_every_kept_page_is_made_anew_after_a_change(ada, monkeypatch):
    bumped = []
    monkeypatch.setattr(versions, "bump", lambda *tags: bumped.extend(tags))
    change_setting(TOPICS_A_DAY, 5, by=ada)
    assert bumped == ["settings", versions.EVERYTHING]


@pytest.mark.parametrize(
    "written", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<b onclick=x()>b</b>"]
)
def test_a_text_is_made_harmless_when_it_is_saved(ada, written):
    change_setting(NOTE, {"en": said("en", f"## Rules\n\n{written}", rich=True)}, by=ada)
    stored = Setting.objects.get().value["en"]
    assert stored["source"].endswith(written)
    assert stored["html"].startswith("<h2")
    assert not any(bad in stored["html"] for bad in ("<script", 'href="javascript', "onclick="))


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_at_once_one_is_told_of_the_other():
    people, start = [make("One"), make("Other")], Barrier(2)
    opened = seen(TOPICS_PER_PAGE)

    def save(number):
        start.wait()
        try:
            return change_setting(TOPICS_PER_PAGE, 40 + number, by=people[number], seen=opened)
        except ValidationError as error:
            return error.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(save, (0, 1)))

    assert sorted(map(str, answers)) in (["40", "changed"], ["41", "changed"])
    assert TOPICS_PER_PAGE() in answers
    assert len(entries()) == 1


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_is_one_change():
    person, opened, start = make("One"), seen(TOPICS_PER_PAGE), Barrier(8)

    def save(_):
        start.wait()
        try:
            return change_setting(TOPICS_PER_PAGE, 40, by=person, seen=opened)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(save, range(8))) == {40}
    assert len(entries()) == 1
