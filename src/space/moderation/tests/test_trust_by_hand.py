"""Moderators give trust by hand, say why, and it stays so."""

import pytest

from space.accounts.actions import raise_trust
from space.accounts.models import Nature, Trust, User
from space.accounts.readers import reader_of
from space.discuss.actions import mark_read
from space.discuss.actions.trusting import grow_trust
from space.moderation.actions import set_trust
from space.moderation.models import LogEntry
from space.moderation.permissions import can_choose_trust

PAGE = "/people/Lena_Müller/trust"


def test_a_moderator_gives_trust_on_the_page_of_a_person(client, lena, rosa):
    client.force_login(rosa)
    assert "Trust: Member. Change…" in client.get(lena.get_absolute_url()).content.decode()
    answer = client.post(PAGE, {"trust": "3", "reason": "Helps every newcomer"}, follow=True)

    lena.refresh_from_db()
    assert (lena.trust, lena.trust_by_hand) == (Trust.REGULAR, True)
    assert "Lena Müller is now known here as: Regular." in answer.content.decode()
    entry = LogEntry.objects.get(what="trust-chosen")
    assert (entry.by, entry.thing_id, entry.codes) == (rosa, lena.pk, {"before": 2, "after": 3})
    assert entry.reason.text == "Helps every newcomer"


@pytest.mark.parametrize(
    "typed", [{"trust": "3"}, {"trust": "5", "reason": "x"}, {"reason": "x"}, {"trust": "-1", "reason": "x"}]
)
def test_without_a_reason_or_a_step_that_there_is_nothing_changes(client, lena, rosa, typed):
    client.force_login(rosa)
    answer = client.post(PAGE, typed)
    lena.refresh_from_db()
    assert answer.status_code == 422
    assert lena.trust == Trust.MEMBER
    assert typed.get("reason", "") in answer.content.decode()


def test_choosing_the_same_again_is_written_down_once(lena, rosa):
    for _ in range(2):
        set_trust(lena, Trust.LEADER, by=rosa, reason="A double click")
    assert LogEntry.objects.filter(what="trust-chosen").count() == 1


def test_who_was_given_less_does_not_rise_again_over_night(amina, rosa, topic):
    set_trust(amina, Trust.NEW, by=rosa, reason="Not yet")
    reads_enough(amina, topic)
    assert grow_trust() == 0


def test_nothing_raises_what_a_moderator_chose_meanwhile(amina, lena, rosa):
    set_trust(amina, Trust.NEW, by=rosa, reason="Not yet")
    assert raise_trust([amina.pk, lena.pk], Trust.REGULAR) == [lena.pk]


def reads_enough(person, topic):
    from space.discuss.models import ReadMark

    mark_read(topic, person, 1, seconds=10_000)
    ReadMark.objects.filter(person=person).update(number=10_000)


@pytest.mark.parametrize(
    ("who", "may"),
    [("nobody", False), ("amina", False), ("kofi", False), ("viktor", False), ("rosa", True), ("ada", True)],
)
def test_who_may_choose_trust(request, lena, who, may, django_assert_num_queries):
    someone = request.getfixturevalue(who)
    reader = reader_of(someone) if isinstance(someone, User) else someone
    with django_assert_num_queries(0):
        assert bool(can_choose_trust(reader, lena)) is may
        assert not can_choose_trust(reader, User(pk=reader.pk, nature=Nature.PERSON))
        assert not can_choose_trust(reader, User(pk=999, nature=Nature.ARCHIVED))
        assert not can_choose_trust(reader, User(pk=999, is_active=False))


def test_sessions_see_it_with_the_next_request(client, amina, rosa):
    client.force_login(amina)
    assert client.get("/preferences/").wsgi_request.reader.trust == Trust.NEW
    set_trust(amina, Trust.REGULAR, by=rosa, reason="Known from the workshops")
    assert client.get("/preferences/").wsgi_request.reader.trust == Trust.REGULAR
