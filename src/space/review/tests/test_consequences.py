"""What silence and suspension do, from the next request on; and what stays open to who is suspended."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.models import Category, Post, Topic
from space.events.actions import add_event
from space.events.actions.secrets import make_calendar_key
from space.events.ics.own import own_address
from space.events.plan import Plan
from space.kit import clock
from space.kit.form_keys import new_key
from space.moderation.actions import end_penalty, penalise
from space.moderation.models import Measure, Penalty
from space.notifications.mail import waiting_letters
from space.testing.telling import told

pytestmark = pytest.mark.django_db
STEPS = {"24": 24, "72": 72, "168": 168, "720": 720}


def suspend(person: User, by: User, measure: Measure = Measure.SUSPENSION) -> Penalty:
    until = timezone.now() + timedelta(days=7)
    return penalise(person, measure, by=by, until=until, reason="Threats")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize("measure", ["silence", "suspension"])
@pytest.mark.parametrize("step", STEPS)
def test_each_step_lasts_as_long_as_it_says_and_is_told(
    client: Client, lena: User, rosa: User, measure: str, step: str
) -> None:
    User.objects.filter(pk=lena.pk).update(email="lena@example.org")
    client.force_login(rosa)
    where = reverse("review:person", args=[names.in_address(lena.name)])
    sent = {
        "do": "penalty",
        "penalty-measure": measure,
        "penalty-lasts": step,
        "penalty-clause": "respect",
        "penalty-reason": "Twice in one day.",
    }
    assert client.post(where, sent).status_code == 302
    held = Penalty.objects.in_force().get(person=lena)
    assert held.measure == measure
    left = held.until - timezone.now()
    assert timedelta(hours=STEPS[step]) - timedelta(minutes=2) < left <= timedelta(hours=STEPS[step])
    assert "Twice in one day." in bytes(waiting_letters().get(person=lena).mime).decode()
    assert any("for now" in line for line in told(lena))
    assert "Twice in one day." in signed_in(lena).get(reverse("review:about_me")).content.decode()
    ended = {"do": "lift", "which": held.pk, "lift-words": "She wrote to us."}
    assert client.post(where, ended).status_code == 302
    again = {"silence": "You can write here again", "suspension": "Your account is not suspended any more"}
    assert told(lena)[0] == again[measure]
    letter = waiting_letters().filter(person=lena).order_by("-pk").first()
    assert "She wrote to us." in bytes(letter.mime).decode()


def test_until_a_day_lasts_to_its_end_and_a_day_gone_by_is_none(
    client: Client, lena: User, rosa: User
) -> None:
    client.force_login(rosa)
    where = reverse("review:person", args=[names.in_address(lena.name)])
    sent = {
        "do": "penalty",
        "penalty-measure": "silence",
        "penalty-lasts": "until",
        "penalty-clause": "respect",
        "penalty-reason": "Again.",
    }
    assert client.post(where, sent | {"penalty-until": "2020-01-01"}).status_code == 422
    day = timezone.now().date() + timedelta(days=9)
    assert client.post(where, sent | {"penalty-until": str(day)}).status_code == 302
    assert Penalty.objects.get(person=lena).until.date() in (day, day + timedelta(days=1))


def test_silence_lets_read_and_not_write(topic: Topic, lena: User, rosa: User) -> None:
    client = signed_in(lena)
    suspend(lena, rosa, Measure.SILENCE)
    assert client.get(topic.get_absolute_url()).status_code == 200
    sent = {"text": "One more thing.", "key": str(new_key())}
    assert client.post(reverse("discuss:reply", args=[topic.slug, topic.pk]), sent).status_code in (403, 422)
    assert not Post.objects.for_actions().filter(author=lena, source="One more thing.").exists()


def test_suspension_reaches_open_sessions_and_feeds_at_once(
    secret: Topic, hideout: Category, kofi: User, rosa: User
) -> None:
    plan = Plan(first_day=date(2030, 3, 12), last_day=date(2030, 3, 12))
    with clock.at(clock.now() + timedelta(minutes=1)):
        add_event(plan, by=kofi, title="A hidden meeting", text="For us alone.", category=hideout)
    make_calendar_key(by=kofi)
    client, own = signed_in(kofi), own_address(reader_of(kofi))
    feed = reverse("discuss:category", args=[hideout.slug]).rstrip("/") + ".atom"
    inside = [secret.get_absolute_url(), hideout.get_absolute_url(), feed]
    assert [client.get(path).status_code for path in inside] == [200, 200, 200]
    assert "A hidden meeting" in Client().get(own).content.decode()
    penalty = suspend(kofi, rosa)
    assert [client.get(path).status_code for path in inside] == [404, 404, 404]
    assert "A hidden meeting" not in Client().get(own).content.decode()
    end_penalty(penalty, by=rosa, reason="It is settled.")
    assert client.get(secret.get_absolute_url()).status_code == 200
    assert "A hidden meeting" in Client().get(own).content.decode()


def test_who_is_suspended_reads_takes_their_data_leaves_appeals_and_logs_out(
    topic: Topic, viktor: User
) -> None:
    client = signed_in(viktor)
    open_pages = [
        topic.get_absolute_url(),
        reverse("privacy:mine"),
        reverse("privacy:leave"),
        reverse("review:about_me"),
        reverse("review:my_flags"),
    ]
    assert [client.get(path).status_code for path in open_pages] == [200] * len(open_pages)
    assert client.post(reverse("privacy:mine"), {}).status_code in (200, 302)
    assert client.post(reverse("discuss:reply", args=[topic.slug, topic.pk]), {"text": "Me"}).status_code in (
        403,
        422,
    )
    flagging = reverse("review:flag_post", args=[topic.pk, 1])
    assert client.post(flagging, {"why": "spam"}).status_code == 403
    client.post(reverse("account_logout"))
    assert client.get(reverse("review:about_me")).status_code == 302
