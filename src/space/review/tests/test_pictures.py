"""Vera shows a picture that hurts; it is flagged by itself, and her words stay."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.blog.actions.crediting import choose_lead
from space.discuss.actions import move_topic, write_reply
from space.discuss.models import Post
from space.events.actions import add_event
from space.kit import clock
from space.limits.models import Bucket
from space.messages.actions import begin_message
from space.moderation.models import LogEntry
from space.notifications.mail import waiting_letters
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag, look_after
from space.review.actions.flagging import Told
from space.review.models import Case, Did, Flag, Line, Outcome, Why
from space.review.models.behind import stands_in
from space.review.things import picture_thing, post_thing
from space.testing.cast import make
from space.testing.events import TRAINING
from space.testing.pictures import media, photo  # noqa: F401  (a fixture)
from space.testing.telling import told
from space.uploads.actions import keep_file
from space.uploads.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def vera(db):
    person = make("Vera@local", Trust.BASIC)
    person.email, person.language = "vera@example.org", "en"
    person.save()
    return person


def sent(by):
    return keep_file(BytesIO(photo()), by=by, name="lamp.jpg", alt="A lamp")


@pytest.fixture
def lamp(vera):
    return sent(vera)


@pytest.fixture
def post(topic, vera, lamp):
    return write_reply(topic, by=vera, text=f"Seventeen ![A lamp](upload:{lamp.pk}) lamps")


def form_of(upload):
    return reverse("review:flag_picture", args=[upload.pk])


def case_of(upload):
    return Case.objects.for_actions().get(thing_kind="uploads.upload", thing_id=upload.pk)


def flagged(upload, why=Why.SPAM, by=None):
    fresh = Upload.objects.for_actions().select_related("owner").get(pk=upload.pk)
    flag(picture_thing(fresh, stands_in(fresh)), Told(why, rule="" if by else "links"), by=by)
    return case_of(upload)


def test_who_flags_a_post_can_choose_one_of_its_pictures_also_without_an_account(
    client, post, lamp, kofi, vera
):
    page = client.get(reverse("review:flag_post", args=[post.topic_id, post.number])).content.decode()
    assert form_of(lamp) in page
    assert client.post(form_of(lamp), {"why": "inappropriate"}).url == reverse("review:thanks")
    client.force_login(kofi)
    assert client.post(form_of(lamp), {"why": "else"}).status_code == 422
    assert client.post(form_of(lamp), {"why": "spam"}).url == post.get_absolute_url()
    assert Flag.objects.filter(case=case_of(lamp)).count() == 2
    assert lamp.get_absolute_url() in client.get(reverse("review:my_flags")).content.decode()
    client.force_login(vera)
    assert client.get(form_of(lamp)).status_code == 403


def test_the_page_of_a_picture_leads_to_its_flag_where_a_post_an_event_and_a_story_show_it(
    client, vera, published, hung
):
    lamp = sent(vera)
    event = add_event(TRAINING, by=vera, title="Lamps", text=f"![A lamp](upload:{lamp.pk})", language="en")
    library = hung(published, published.by, source="commons", author="Wikilover90", licence="CC BY-SA 4.0")
    choose_lead(published, library, by=published.by)
    shows = {lamp: event.get_absolute_url(), library: published.original().get_absolute_url()}
    for upload, where in shows.items():
        page = reverse("uploads:kept", args=[upload.pk])
        assert f'href="{page}"' in client.get(where).content.decode()
        assert f'href="{form_of(upload)}"' in client.get(page).content.decode()
        assert client.post(form_of(upload), {"why": "spam"}).url == reverse("review:thanks")
    assert "Wikilover90" in client.get(reverse("uploads:kept", args=[library.pk])).content.decode()
    client.force_login(vera)
    assert form_of(lamp) not in client.get(reverse("uploads:kept", args=[lamp.pk])).content.decode()


def test_hidden_it_is_nowhere_and_undone_it_is_back(client, post, lamp, kofi, vera, rosa, ada):
    case = flagged(lamp)
    decision = decide(case, Ruling(Did.HIDE, clause="respect", reason="It hurts."), by=rosa)
    for reader in (kofi, vera, rosa):
        client.force_login(reader)
        assert client.get(lamp.get_absolute_url()).status_code == 404
    in_place = [
        client.get(where, headers={"Sec-Fetch-Dest": "image"})
        for where in (lamp.get_absolute_url(), "/uploads/987654/lamp.jpg")
    ]
    assert {(one.status_code, one.headers["Content-Type"]) for one in in_place} == {(404, "image/svg+xml")}
    assert in_place[0].content == in_place[1].content
    assert client.get(reverse("review:case_picture", args=[case.pk])).status_code == 200
    client.force_login(vera)
    told = client.get(reverse("review:about_me_one", args=[decision.pk])).content.decode()
    assert "A moderator has hidden a picture that you sent" in told
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at is None
    asked = appeal(decision, "It is only a lamp.", by=vera)
    answer_appeal(asked, Outcome.REVERSED, "It is.", by=ada)
    assert client.get(lamp.get_absolute_url()).status_code == 200
    written = LogEntry.objects.filter(what__startswith="file-").order_by("pk")
    assert list(written.values_list("what", flat=True)) == [
        "file-hidden",
        "file-shown",
    ]
    assert Line.objects.get(entry__what="file-hidden").category_id == post.topic.category_id


def test_the_case_shows_it_behind_a_press_where_it_may_hurt(client, lamp, post, kofi, rosa):
    case = flagged(lamp, by=kofi)
    client.force_login(rosa)
    shown = reverse("review:case_picture", args=[case.pk])
    page = client.get(case.get_absolute_url()).content.decode()
    assert shown in page
    assert 'class="case__picture" open' in page
    flagged(lamp, Why.INAPPROPRIATE, make("Ana@local"))
    assert 'class="case__picture" open' not in client.get(case.get_absolute_url()).content.decode()
    version = case_of(lamp).version
    ruling = {"did": "hide", "clause": "spam", "reason": "An advert.", "version": version}
    assert client.post(case.get_absolute_url(), ruling).status_code == 302
    assert Upload.objects.for_actions().get(pk=lamp.pk).hidden_at


def test_in_the_queue_a_picture_and_a_person_never_take_the_words_of_a_post(
    client, post, lamp, rosa, kofi, vera
):
    flagged(lamp)
    Case.objects.for_actions().update(thing_id=post.pk)
    client.force_login(rosa)
    page = client.get(reverse("review:queue")).content.decode()
    assert "A picture" in page
    assert "Seventeen" not in page


def test_a_picture_of_a_closed_group_is_a_matter_of_its_leaders(client, secret, kofi, rosa):
    lamp = sent(kofi)
    write_reply(secret, by=kofi, text=f"![A lamp](upload:{lamp.pk})")
    case = flagged(lamp)
    assert case.group_id == secret.group_id
    client.force_login(rosa)
    assert client.get(form_of(lamp)).status_code == 404
    assert client.get(reverse("review:case_picture", args=[case.pk])).status_code == 404


def test_an_author_in_an_archive_is_told_nothing_and_is_no_newcomer(topic, vera, post, rosa):
    vera.nature, vera.trust = "archived", Trust.NEW
    vera.save()
    found = Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)
    made = flag(post_thing(found), Told(Why.SPAM), by=make("Ana@local", Trust.REGULAR, days=30))
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at is None
    decide(made.case, Ruling(Did.HIDE, clause="spam", reason="An advert."), by=rosa)
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at
    assert not waiting_letters()


def test_flags_hide_a_picture_by_themselves_and_it_comes_back_if_nobody_decides(client, post, lamp, vera):
    for name in ("Ana", "Ben"):
        flagged(lamp, by=make(f"{name}@local", Trust.MEMBER, days=30))
    assert client.get(lamp.get_absolute_url()).status_code == 200
    case = flagged(lamp, by=make("Cem@local", Trust.MEMBER, days=30))
    assert client.get(lamp.get_absolute_url()).status_code == 404
    assert Post.objects.for_actions().get(pk=post.pk).hidden_at is None
    assert LogEntry.objects.filter(what="flags-hid-picture", thing_id=lamp.pk).exists()
    (line,) = told(vera)
    assert line.startswith("A picture that you sent was flagged by several people")
    assert "is hidden for now" in bytes(waiting_letters().get(person=vera).mime).decode()
    client.force_login(vera)
    why = reverse("review:about_me_case", args=[case.pk])
    assert client.post(why, {"words": "It is my own lamp."}).url == why
    assert "It is my own lamp." in client.get(why).content.decode()
    with clock.at(clock.now() + timedelta(hours=25)):
        look_after()
    assert client.get(lamp.get_absolute_url()).status_code == 200
    assert LogEntry.objects.filter(what="flags-hid-picture-no-more").exists()
    assert case_of(lamp).waits


def test_no_crowd_hides_a_picture_of_who_looks_after_this_place_or_of_a_regular(topic, rosa):
    regular = make("Rut@local", Trust.REGULAR)
    for person in (rosa, regular):
        shown = sent(person)
        write_reply(topic, by=person, text=f"![A lamp](upload:{shown.pk})")
        for name in ("Ana", "Ben", "Cem"):
            flagged(shown, by=make(f"{name} {person.pk}@local", Trust.MEMBER, days=30))
        assert case_of(shown).weight >= 8
        assert Upload.objects.for_actions().get(pk=shown.pk).hidden_at is None


def test_spam_of_somebody_new_is_hidden_at_once_where_a_regular_says_so(post, lamp, vera, rosa):
    vera.trust = Trust.NEW
    vera.save()
    case = flagged(lamp, by=make("Ana@local", Trust.REGULAR, days=30))
    assert Upload.objects.for_actions().get(pk=lamp.pk).hidden_at
    decide(case, Ruling(Did.KEEP), by=rosa)
    assert Upload.objects.for_actions().get(pk=lamp.pk).hidden_at is None
    assert told(vera)[0] == "A moderator has looked at a picture of yours: it stays"


def seen_by(upload, *people):
    return [Upload.objects.visible_to(reader_of(person)).filter(pk=upload.pk).exists() for person in people]


def test_who_has_a_case_sees_the_pictures_of_its_post_where_it_is_held_or_a_private_message(
    questions, topic, secret, hideout, vera, rosa, kofi, lena, ada
):
    begun = begin_message(by=vera, title="Look", text="At this.", people=[lena])
    Bucket.objects.all().delete()
    sign = sent(vera)
    message = write_reply(begun, by=vera, text=f"![A sign](upload:{sign.pk})")
    assert seen_by(sign, rosa, lena, kofi) == [False, True, False]
    flag(post_thing(message), Told(Why.INAPPROPRIATE), by=lena)
    assert seen_by(sign, rosa, lena, kofi) == [True, True, False]

    Bucket.objects.all().delete()
    lamp = sent(vera)
    held = write_reply(topic, by=vera, text=f"![A lamp](upload:{lamp.pk})")
    flag(post_thing(held), Told(Why.SPAM, rule="links", holds=True), by=None)
    assert seen_by(lamp, rosa, lena, kofi) == [True, False, False]
    move_topic(topic, hideout, by=ada)
    assert seen_by(lamp, rosa, lena) == [False, False]
