"""Lena flags, with an account or without; Vera reads what was done, changes it, asks again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.models import Trust
from space.discuss.actions import write_reply
from space.discuss.models import Post
from space.kit import clock
from space.moderation.models import Penalty
from space.notifications.mail import waiting_letters
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag
from space.review.actions.flagging import Told
from space.review.models import Case, Did, Flag, Follows, Outcome, Why
from space.review.things import post_thing
from space.testing.cast import make
from space.testing.telling import told

pytestmark = pytest.mark.django_db
BELL = "/notifications/"


@pytest.fixture
def vera(db):
    person = make("Vera@local", Trust.BASIC)
    person.email, person.language = "vera@example.org", "en"
    person.save()
    return person


@pytest.fixture
def advert(topic, vera):
    return write_reply(topic, by=vera, text="Buy my lamps, cheap!")


def fresh(post):
    return Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)


def of(post):
    return reverse("review:flag_post", args=[post.topic_id, post.number])


def hide(advert):
    for name in ("Ana", "Ben", "Cem"):
        flag(post_thing(fresh(advert)), Told(Why.SPAM), by=make(f"{name}@local", days=30))
    return Case.objects.for_actions().get()


def test_a_flag_is_made_changed_answered_and_taken_back(client, advert, kofi, vera):
    client.force_login(kofi)
    assert of(advert) in client.get(reverse("discuss:more", args=_of(advert))).content.decode()
    page = client.get(of(advert)).content.decode()
    assert "Notify staff privately" in page
    assert "Illegal" not in page
    refused = client.post(of(advert), {"why": "else"})
    assert refused.status_code == 422
    assert "Say in a few words" in refused.content.decode()
    sent = client.post(of(advert), {"why": "spam", "words": "Again!"})
    assert sent.url == advert.get_absolute_url()
    assert 'value="spam" required checked' in client.get(of(advert)).content.decode()
    client.post(of(advert), {"why": "off-topic"})
    made = Flag.objects.get()
    assert (made.why, bool(made.sender)) == (Why.OFF_TOPIC, True)
    mine = reverse("review:my_flags")
    assert "Nobody has decided yet" in client.get(mine).content.decode()
    client.post(reverse("review:withdraw", args=[made.pk]))
    assert "You took it back" in client.get(mine).content.decode()
    client.force_login(vera)
    assert client.get(of(advert)).status_code == 403
    assert client.post(reverse("review:withdraw", args=[made.pk])).status_code == 404


def _of(post):
    return [post.topic.slug, post.topic_id, post.number]


def test_who_has_no_account_reports_a_few_times_a_day(client, advert, topic):
    person = reverse("review:flag_person", args=["Vera@local"])
    for address in [of(advert), person, of(advert), person, of(advert)]:
        assert client.post(address, {"why": "spam"}).url == reverse("review:thanks")
    refused = client.post(person, {"why": "spam", "words": "kept"})
    assert refused.status_code == 422
    assert ">kept</textarea>" in refused.content.decode().replace(">\nkept", ">kept")
    assert set(Flag.objects.values_list("by", "weight")) == {(None, 1.0)}


def test_what_flags_hid_is_told_to_its_author_who_changes_it_once(client, advert, vera, rosa):
    case = hide(advert)
    assert "hidden for now" in told(vera)[0]
    letter = bytes(waiting_letters().get(person=vera).mime).decode()
    one, change = reverse("review:about_me_case", args=[case.pk]), reverse("review:amend", args=[case.pk])
    assert one in letter
    client.force_login(vera)
    page = client.get(one).content.decode()
    assert "Buy my lamps" in page
    assert "No advertising" in page
    assert change not in page
    assert client.post(change, {"text": "Lamps, as a gift."}).status_code == 403
    client.post(one, {"words": "It was a gift."})
    assert Case.objects.for_actions().get().words == "It was a gift."
    moderator = Client()
    moderator.force_login(rosa)
    assert "It was a gift." in moderator.get(case.get_absolute_url()).content.decode()
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert change in client.get(one).content.decode()
        assert client.post(change, {"text": "Buy my lamps, cheap!"}).status_code == 422
        assert client.post(change, {"text": "Lamps, as a gift."}).status_code == 302
        assert client.post(change, {"text": "Lamps again."}).status_code == 404
    assert (fresh(advert).hidden_at, fresh(advert).source) == (None, "Lamps, as a gift.")
    assert Case.objects.for_actions().get().waits


def test_what_waits_before_anybody_saw_it_is_not_shown_again_by_a_change(client, advert, vera):
    flag(post_thing(fresh(advert)), Told(Why.SPAM, rule="new-host", holds=True), by=None)
    case = Case.objects.for_actions().get()
    client.force_login(vera)
    change = reverse("review:amend", args=[case.pk])
    with clock.at(clock.now() + timedelta(minutes=11)):
        page = client.get(reverse("review:about_me_case", args=[case.pk])).content.decode()
        assert "leads several times to a site that is new here" in page
        assert change not in page
        assert client.post(change, {"text": "Lamps, as a gift."}).status_code == 404
    assert fresh(advert).hidden_at


def test_a_suspended_person_reads_why_and_appeals(client, advert, vera, rosa, ada, kofi):
    flag(post_thing(fresh(advert)), Told(Why.SPAM), by=kofi)
    case = Case.objects.for_actions().get()
    ruling = Ruling(Did.HIDE, clause="spam", reason="Advertising.", follows=Follows.SUSPENSION, hours=24)
    decision = decide(case, ruling, by=rosa)
    one = reverse("review:about_me_one", args=[decision.pk])
    assert one in bytes(waiting_letters().get(person=vera).mime).decode()
    client.force_login(vera)
    assert reverse("review:about_me") in client.get("/").content.decode()
    assert one in client.get(reverse("review:about_me")).content.decode()
    page = client.get(one).content.decode()
    assert "Advertising." in page
    assert "Rosa" not in page
    assert client.post(one, {"words": ""}).status_code == 422
    assert client.post(one, {"words": "It was a gift."}).status_code == 302
    assert client.post(one, {"words": "Again"}).status_code == 403
    assert "within 71 hours" in client.get(one).content.decode()
    answer_appeal(decision.appeal, Outcome.REVERSED, "It was.", by=ada)
    assert "This decision was undone." in client.get(one).content.decode()
    assert waiting_letters().filter(person=vera).count() == 2
    client.force_login(kofi)
    assert client.get(one).status_code == 404
    assert "It was hidden." in client.get(reverse("review:my_flags")).content.decode()


def test_the_bell_of_who_is_suspended_tells_what_was_decided_about_them_and_nothing_else(
    client, advert, topic, vera, rosa, ada, kofi
):
    write_reply(topic, by=kofi, text="Hear, @Vera@local!")
    flag(post_thing(fresh(advert)), Told(Why.SPAM), by=kofi)
    assert len(told(vera)) == 1
    ruling = Ruling(Did.HIDE, clause="spam", reason="Advertising.", follows=Follows.SUSPENSION, hours=24)
    decision = decide(Case.objects.for_actions().get(), ruling, by=rosa)
    assert told(vera) == ["A moderator has hidden what you wrote"]
    client.force_login(vera)
    page = client.get(BELL).content.decode()
    assert "All else waits here until your suspension ends." in page
    assert "Advertising." in page
    assert "Choose kinds" not in page
    assert '<span class="badge" aria-hidden="true">1</span>' in page
    client.post(reverse("notifications:read_all"), {})
    assert '<span class="badge"' not in client.get(BELL).content.decode()
    asked = appeal(decision, "It was a gift.", by=vera)
    answer_appeal(asked, Outcome.UPHELD, "It was an advert.", by=ada)
    told_now = told(vera)
    assert told_now[0].startswith("Your appeal was answered")
    assert "Your appeal was answered" in client.get(f"{BELL}?part=menu").content.decode()
    assert client.get(reverse("notifications:wishes")).status_code == 403
    Penalty.objects.update(until=clock.now() - timedelta(minutes=1))
    assert len(told(vera)) == 3
    assert '<span class="badge" aria-hidden="true">2</span>' in client.get(BELL).content.decode()


def test_who_is_asked_to_edit_does_and_is_seen_again(client, advert, vera, rosa, kofi):
    flag(post_thing(fresh(advert)), Told(Why.SPAM), by=kofi)
    case = Case.objects.for_actions().get()
    decision = decide(case, Ruling(Did.ASK, clause="spam", reason="Without prices, please."), by=rosa)
    client.force_login(vera)
    assert fresh(advert).hidden_at
    with clock.at(clock.now() + timedelta(minutes=11)):
        change = reverse("review:amend", args=[case.pk])
        assert change in client.get(reverse("review:about_me_one", args=[decision.pk])).content.decode()
        client.post(change, {"text": "Lamps, as a gift."})
    assert fresh(advert).hidden_at is None
