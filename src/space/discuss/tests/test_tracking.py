"""What is new and unread: told by marks that are right after every act."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import reader_of
from space.discuss.actions import (
    follow_topic,
    hide_post,
    mark_read,
    note_visit,
    show_post,
    start_topic,
    write_reply,
)
from space.discuss.actions.reading import let_go_of_most_tracked
from space.discuss.actions.recounting import differences, recount
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Level, ReadMark, Topic, Visit
from space.kit import clock
from space.testing.rooms import say


def numbers(person) -> tuple[int, int]:
    return tuple(counts(Wanted(), reader_of(person))[:2])


def listed(person, order) -> list[int]:
    return [line.pk for line in lines_of(Wanted(order=order), reader_of(person), 30)]


def mark(person, topic) -> ReadMark:
    return ReadMark.objects.get(person=person, topic=topic)


def test_a_topic_of_today_is_new_until_it_is_opened(topic, kofi):
    assert numbers(kofi) == (1, 0)
    assert listed(kofi, Order.NEW) == [topic.pk]

    mark_read(topic, kofi, 1)
    assert numbers(kofi) == (0, 0)
    assert listed(kofi, Order.NEW) == []


def test_ones_own_topic_is_not_new(topic, lena):
    assert numbers(lena) == (0, 0)


def test_after_two_days_nothing_is_new(topic, kofi):
    with clock.at(timezone.now() + timedelta(days=2, minutes=1)):
        assert numbers(kofi) == (0, 0)
        assert listed(kofi, Order.NEW) == []


def test_who_began_a_topic_watches_it_and_who_answered_tracks_it(topic, lena, kofi, rosa):
    say(topic, (kofi, "We photograph the cards."))
    assert (mark(lena, topic).level, mark(kofi, topic).level) == (Level.WATCHING, Level.TRACKING)
    assert (numbers(lena), listed(lena, Order.UNREAD)) == ((0, 1), [topic.pk])
    assert numbers(kofi) == (0, 0)
    assert listed(rosa, Order.UNREAD) == []


def test_who_only_looked_in_is_told_of_nothing(topic, lena, kofi):
    mark_read(topic, kofi, 1, seconds=20)
    say(topic, (lena, "One more thing."))
    assert numbers(kofi) == (0, 0)


def test_three_minutes_of_reading_track_a_topic(topic, lena, kofi):
    mark_read(topic, kofi, 1, seconds=170)
    assert mark(kofi, topic).level == Level.NORMAL
    mark_read(topic, kofi, 1, seconds=10)
    assert mark(kofi, topic).level == Level.TRACKING

    say(topic, (lena, "One more thing."))
    assert numbers(kofi) == (0, 1)


def test_what_a_person_chose_stays_whatever_they_read_and_write(topic, lena, kofi):
    follow_topic(topic, by=kofi, level=Level.MUTED)
    mark_read(topic, kofi, 1, seconds=1000)
    say(topic, (kofi, "We photograph the cards."), (lena, "All of them?"))

    assert mark(kofi, topic).level == Level.MUTED
    assert numbers(kofi) == (0, 0)
    assert listed(kofi, Order.LATEST) == []


def test_following_a_topic_tells_of_what_one_has_not_read_yet(topic, lena, kofi):
    say(topic, (lena, "One more thing."))
    mark_read(topic, kofi, 1)
    follow_topic(topic, by=kofi, level=Level.WATCHING)
    assert numbers(kofi) == (0, 1)
    follow_topic(topic, by=kofi, level=Level.NORMAL)
    assert numbers(kofi) == (0, 0)


def test_a_topic_is_unread_until_its_last_post_was_read(topic, lena, kofi):
    say(topic, (kofi, "One."), (kofi, "Two."))
    mark_read(topic, lena, 2)
    assert numbers(lena) == (0, 1)
    mark_read(topic, lena, 3)
    assert numbers(lena) == (0, 0)


def test_what_is_hidden_is_not_unread_and_is_again_when_it_is_shown(topic, lena, kofi, rosa):
    (post,) = say(topic, (kofi, "Buy my watches."))
    hidden = hide_post(post, by=rosa)
    assert numbers(lena) == (0, 0)
    assert Topic.objects.for_actions().get(pk=topic.pk).last_number == 1

    show_post(hidden, by=rosa)
    assert numbers(lena) == (0, 1)


def test_a_topic_is_as_old_as_its_last_post_that_can_be_seen(topic, kofi, rosa):
    before = topic.last_posted_at
    (post,) = say(topic, (kofi, "Buy my watches."))
    hide_post(post, by=rosa)

    fresh = Topic.objects.for_actions().get(pk=topic.pk)
    assert (fresh.last_posted_at, fresh.people) == (before, [topic.author_id])


def test_what_is_unread_in_a_closed_group_counts_for_its_members_alone(secret, circle, kofi, rosa, ada, lena):
    follow_topic(secret, by=lena, level=Level.WATCHING)
    assert numbers(lena) == (0, 0)
    assert numbers(kofi) == (0, 0)
    mark_read(secret, kofi, 0)
    ReadMark.objects.filter(person=kofi).update(number=0, unread_at=secret.last_posted_at)
    assert numbers(kofi) == (0, 1)


def test_a_suspended_person_has_no_lists_of_their_own(topic, viktor):
    assert numbers(viktor) == (0, 0)


def test_nobody_tracks_more_than_the_cap(topic, questions, lena, settings):
    settings.TRACKED_AT_MOST = 1
    with clock.at(timezone.now() + timedelta(minutes=1)):
        newer = start_topic(questions, by=lena, title="A newer question of mine", text="Words.")
    assert let_go_of_most_tracked() == 1

    assert (mark(lena, topic).level, mark(lena, newer).level) == (Level.NORMAL, Level.WATCHING)
    assert let_go_of_most_tracked() == 0


def test_the_line_of_the_last_visit_stands_where_the_visit_before_ended(lena):
    first = timezone.now() - timedelta(days=2)
    for moment in (first, first + timedelta(minutes=30), first + timedelta(days=1)):
        with clock.at(moment):
            note_visit(lena)
    visit = Visit.objects.get(person=lena)
    assert visit.before_at == first + timedelta(minutes=30)
    assert visit.days == 2
    assert Taste.of(reader_of(lena)).last_visit(first + timedelta(days=1, minutes=5)) == visit.before_at
    assert Taste.of(reader_of(lena)).last_visit(first + timedelta(days=2)) == visit.seen_at


def test_the_beacon_tells_how_far_and_how_long(client, topic, kofi):
    client.force_login(kofi)
    client.post(reverse("discuss:seen", args=[topic.pk]), {"number": "1", "seconds": "100000"})

    assert mark(kofi, topic).seconds == 60
    assert Visit.objects.filter(person=kofi).exists()


def test_without_a_script_the_next_request_tells_how_long(client, topic, kofi):
    client.force_login(kofi)
    now = timezone.now()
    with clock.at(now):
        client.get(topic.get_absolute_url())
    with clock.at(now + timedelta(seconds=15)):
        client.get("/discuss/")
    assert mark(kofi, topic).seconds == 15


def test_a_list_notes_a_visit_with_the_next_request_and_a_script_at_once(client, topic, kofi, lena):
    client.force_login(kofi)
    page = client.get("/discuss/").content.decode()
    assert "<tell-visit" in page
    assert not Visit.objects.filter(person=kofi).exists()
    client.get("/discuss/categories")
    assert Visit.objects.filter(person=kofi).exists()
    assert "<tell-visit" not in client.get("/discuss/").content.decode()

    client.force_login(lena)
    assert client.post(reverse("discuss:here")).status_code == 204
    assert Visit.objects.filter(person=lena).exists()


def test_the_number_beside_a_title_leads_to_the_first_unread_post(client, topic, lena, kofi):
    say(topic, (kofi, "One."), (kofi, "Two."))
    client.force_login(lena)
    page = client.get("/discuss/").content.decode()
    assert f'href="/discuss/t/{topic.pk}/unread"' in page

    answer = client.get(reverse("discuss:first_unread", args=[topic.pk]))
    assert answer.url == f"{topic.get_absolute_url()}#p2"


def test_hidden_posts_do_not_count_as_unread(client, topic, lena, kofi, rosa):
    _, second, _ = say(topic, (kofi, "One."), (kofi, "Buy my watches."), (kofi, "Three."))
    hide_post(second, by=rosa)
    client.force_login(lena)
    assert '/unread" data-unread>2<' in client.get("/discuss/").content.decode()


def test_recounting_finds_and_mends_a_wrong_mark(topic, lena, kofi):
    say(topic, (kofi, "One."))
    assert differences() == []
    ReadMark.objects.filter(person=lena).update(unread_at=None)
    assert len(differences()) == 1

    recount()
    assert differences() == []
    assert numbers(lena) == (0, 1)


@pytest.mark.parametrize("order", [Order.NEW, Order.UNREAD])
def test_the_counter_says_what_the_list_shows(order, topic, questions, lena, kofi, rosa):
    with clock.at(timezone.now() + timedelta(minutes=1)):
        start_topic(questions, by=rosa, title="Another question of today", text="Words.")
    say(topic, (kofi, "One."))
    for person in (lena, kofi, rosa):
        new, unread = numbers(person)
        assert len(listed(person, order)) == (new if order == Order.NEW else unread)


def test_a_reply_marks_the_topic_as_read_to_its_end(topic, lena, kofi):
    say(topic, (kofi, "One."))
    with clock.at(timezone.now() + timedelta(minutes=9)):
        write_reply(topic, by=lena, text="Thank you.")
    assert numbers(lena) == (0, 0)
