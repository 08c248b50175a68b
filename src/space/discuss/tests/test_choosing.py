"""Lists taken as read, topics chosen in them, and the way back."""

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.actions import mark_read, start_topic, take_as_read, undo_dismissal
from space.discuss.actions.dismissing import forget_dismissals
from space.discuss.actions.recounting import differences
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Dismissal, Following, Level, ReadMark, Topic
from space.limits.models import Bucket
from space.notifications.bell import unread
from space.testing.rooms import say
from space.testing.telling import tell_what_waits


@pytest.fixture
def other(questions, rosa):
    return start_topic(questions, by=rosa, title="Another question of today", text="Words.", tags=["maps"])


def numbers(person) -> tuple[int, int]:
    return tuple(counts(Wanted(), reader_of(person))[:2])


def test_dismissing_new_empties_the_list_and_undo_fills_it_again(client, topic, other, kofi):
    client.force_login(kofi)
    assert numbers(kofi) == (2, 0)
    answer = client.post("/discuss/new", {"do": "dismiss"})
    assert numbers(kofi) == (0, 0)

    page = client.get(answer.url).content.decode()
    assert "2 topics are marked as read." in page
    client.post(reverse("discuss:undo", args=[Dismissal.objects.get().pk]), {"next": "/discuss/new"})
    assert numbers(kofi) == (2, 0)
    assert not ReadMark.objects.filter(person=kofi).exists()


def test_dismissing_unread_and_undo_put_the_marks_back_where_they_were(topic, lena, kofi):
    say(topic, (kofi, "One."), (kofi, "Two."))
    mark_read(topic, lena, 2)
    dismissal = take_as_read([topic.pk], by=lena, what="unread")
    assert numbers(lena) == (0, 0)

    assert undo_dismissal(dismissal) == 1
    assert numbers(lena) == (0, 1)
    assert ReadMark.objects.get(person=lena).number == 2
    assert differences() == []


def test_what_the_bell_told_of_dismissed_topics_is_read_and_undo_brings_it_back(
    client, topic, other, lena, kofi
):
    say(topic, (kofi, "@Lena Müller, one."), (kofi, "Two."))
    Bucket.objects.all().delete()
    say(other, (kofi, "@Lena Müller, three."))
    tell_what_waits()
    assert unread(reader_of(lena)) == 3
    client.force_login(lena)
    answer = client.post("/discuss/unread", {"do": "dismiss"})
    assert unread(reader_of(lena)) == 1
    assert "1 topic is marked as read" in client.get(answer.url).content.decode()

    # What came meanwhile goes into a line of its own; the older one stays read.
    Bucket.objects.all().delete()
    say(topic, (kofi, "Four."))
    tell_what_waits()
    client.post(reverse("discuss:undo", args=[Dismissal.objects.get().pk]))
    assert unread(reader_of(lena)) == 3


def test_what_was_read_after_dismissing_stays_read(topic, other, kofi):
    dismissal = take_as_read([topic.pk, other.pk], by=kofi, what="new")
    mark_read(topic, kofi, 1, seconds=5)
    undo_dismissal(dismissal)
    assert ReadMark.objects.filter(person=kofi).get().topic == topic


def test_a_filter_dismisses_only_what_it_shows(client, topic, other, kofi):
    client.force_login(kofi)
    client.post("/discuss/new?tag=maps", {"do": "dismiss"})
    assert [line.pk for line in lines_of(Wanted(order=Order.NEW), reader_of(kofi), 9)] == [topic.pk]


def test_marking_all_of_latest_as_read_takes_new_and_unread(client, topic, other, lena, kofi):
    say(topic, (kofi, "One."))
    client.force_login(lena)
    assert numbers(lena) == (1, 1)
    client.post("/discuss/", {"do": "dismiss"})
    assert numbers(lena) == (0, 0)


def test_chosen_topics_are_marked_as_read_or_muted(client, topic, other, kofi):
    client.force_login(kofi)
    assert f'value="{topic.pk}"' in client.get("/discuss/?choose=yes").content.decode()
    client.post("/discuss/", {"do": "read", "topic": [topic.pk]})
    assert numbers(kofi) == (1, 0)
    client.post("/discuss/", {"do": "mute", "topic": [other.pk]})
    assert numbers(kofi) == (0, 0)
    assert ReadMark.objects.get(person=kofi, topic=other).level == Level.MUTED


def test_a_moderator_closes_chosen_topics_and_a_member_cannot(client, topic, other, kofi, rosa):
    client.force_login(kofi)
    assert client.post("/discuss/", {"do": "close", "topic": [topic.pk]}).status_code == 403
    client.force_login(rosa)
    client.post("/discuss/", {"do": "close", "topic": [topic.pk, other.pk]})
    assert Topic.objects.for_actions().filter(closure=None).count() == 0


def test_nobody_can_choose_what_they_may_not_see(client, topic, secret, lena):
    client.force_login(lena)
    client.post("/discuss/", {"do": "mute", "topic": [secret.pk]})
    assert not ReadMark.objects.filter(person=lena, topic=secret).exists()


def test_nobody_undoes_what_somebody_else_dismissed(client, topic, lena, kofi):
    dismissal = take_as_read([topic.pk], by=kofi, what="new")
    client.force_login(lena)
    assert client.post(reverse("discuss:undo", args=[dismissal.pk])).status_code == 404
    assert client.get(f"/discuss/?dismissed={dismissal.pk}").content.decode().count("marked as read") == 0


def test_after_a_day_a_dismissal_is_forgotten(topic, kofi):
    from datetime import timedelta

    from django.utils import timezone

    from space.kit import clock

    take_as_read([topic.pk], by=kofi, what="new")
    assert forget_dismissals() == 0
    with clock.at(timezone.now() + timedelta(days=1, minutes=1)):
        assert forget_dismissals() == 1


def test_one_mutes_a_category_a_tag_and_a_person_on_their_pages(client, topic, other, questions, kofi, rosa):
    client.force_login(kofi)
    for named in ({"category": questions.slug}, {"tag": "maps"}, {"person": "Rosa_Quispe"}):
        assert client.post(reverse("discuss:follow"), {**named, "level": "-1"}).status_code == 302
    assert Following.objects.filter(person=kofi, level=Level.MUTED).count() == 3
    client.post(reverse("discuss:follow"), {"tag": "maps", "level": "0"})
    assert Following.objects.filter(person=kofi).count() == 2


@pytest.mark.parametrize(
    "named", [{"category": "quincunxial-room"}, {"tag": "quincunxial"}, {"person": "Nobody_here"}]
)
def test_one_can_follow_only_what_one_may_know_of(client, secret, lena, named):
    client.force_login(lena)
    assert client.post(reverse("discuss:follow"), {**named, "level": "1"}).status_code == 404


def test_a_level_that_there_is_not_is_refused_with_words(client, topic, kofi):
    client.force_login(kofi)
    answer = client.post(reverse("discuss:level", args=[topic.pk]), {"level": "9"})
    assert answer.status_code == 422
    assert "Choose how much you want to hear of it." in answer.content.decode()


def test_nobody_follows_themselves(client, kofi):
    client.force_login(kofi)
    answer = client.post(reverse("discuss:follow"), {"person": "Kofi_Mensah", "level": "2"})
    assert answer.status_code == 403
    assert "One cannot follow or mute oneself." in answer.content.decode()


def test_a_pinned_topic_stands_on_top_until_one_has_read_it_to_the_end(client, topic, other, kofi, rosa):
    from space.discuss.models import Pin
    from space.web import versions

    Bucket.objects.all().delete()
    Pin.objects.create(topic=topic, by=rosa, everywhere=True)
    versions.bump("pins")
    client.force_login(kofi)

    def first_row() -> str:
        page = client.get("/discuss/").content.decode()
        return page[page.index('<ol class="topics">') :][:3000].partition("data-open>")[2]

    assert first_row().startswith(topic.title)
    mark_read(topic, kofi, 1)
    assert first_row().startswith(other.title)
