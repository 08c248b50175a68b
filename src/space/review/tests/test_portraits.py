"""The picture by which Vera is shown hurts somebody: it is flagged by itself, goes, and can come back."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from space.accounts.faces import face_of
from space.accounts.models import Trust, User
from space.kit import clock
from space.moderation.models import LogEntry
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag, look_after
from space.review.actions.flagging import Told
from space.review.models import Case, Did, Line, Outcome, Why
from space.review.models.lines import STAFF
from space.review.things import portrait_thing
from space.testing.cast import make
from space.testing.pictures import media, photo  # noqa: F401  (a fixture)
from space.testing.telling import told
from space.uploads.actions import forget_lost_pictures, portrait_of, remove_picture, show_picture
from space.uploads.models import Portrait

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
FORM = "/moderation/flag/portrait/Vera@local"


def shown(person):
    return face_of(User.objects.get(pk=person.pk)).large


def show(person, tone=90):
    show_picture(ContentFile(photo((300, 200), tone)), by=person)


@pytest.fixture
def vera(db):
    person = make("Vera@local", Trust.BASIC)
    show(person)
    return person


def flagged(vera, by):
    fresh = User.objects.get(pk=vera.pk)
    return flag(portrait_thing(portrait_of(fresh)), Told(Why.INAPPROPRIATE), by=by).case


def hidden(vera, kofi, rosa):
    return decide(flagged(vera, kofi), Ruling(Did.HIDE, clause="respect", reason="It hurts."), by=rosa)


def test_who_decides_is_not_shown_it_before_they_want_to(client, vera, kofi, rosa):
    case = flagged(vera, kofi)
    client.force_login(rosa)
    for where in ("/moderation/", case.get_absolute_url()):
        page = client.get(where).content.decode()
        assert "The picture of a person" in page
        assert User.objects.get(pk=vera.pk).picture not in page
    assert 'class="case__picture" open' not in page


def test_who_reports_a_person_can_choose_the_picture_alone_also_without_an_account(client, vera, kofi):
    report = reverse("review:flag_person", args=["Vera@local"])
    assert report in client.get(vera.get_absolute_url()).content.decode()
    assert FORM in client.get(report).content.decode()
    assert shown(vera) in client.get(FORM).content.decode()
    assert not Portrait.objects.exists()
    assert client.post(FORM, {"why": "inappropriate"}).url == reverse("review:thanks")
    client.force_login(kofi)
    assert client.post(FORM, {"why": "else"}).status_code == 422
    assert client.post(FORM, {"why": "spam"}).url == reverse("review:my_flags")
    assert vera.name in client.get(reverse("review:my_flags")).content.decode()
    case = Case.objects.for_actions().get()
    assert (case.thing_kind, case.author, case.flags.count(), case.topic) == ("uploads.portrait", vera, 2, 0)
    client.force_login(vera)
    assert client.get(FORM).status_code == 403
    remove_picture(vera, by=vera)
    client.force_login(kofi)
    assert client.get(FORM).status_code == 404


def test_a_picture_that_was_changed_meanwhile_is_looked_at_again_before_it_is_flagged(client, vera, kofi):
    client.force_login(kofi)
    before = User.objects.get(pk=vera.pk).picture
    show(vera, tone=10)
    again = client.post(FORM, {"why": "spam", "words": "An advert", "picture": before})
    assert again.status_code == 422
    page = again.content.decode()
    assert "It is another picture now." in page
    assert "An advert" in page
    assert shown(vera) in page
    assert not Case.objects.for_actions().exists()


def test_hidden_it_is_nowhere_but_in_its_case_and_undone_it_is_back(client, vera, kofi, rosa, ada):
    before = shown(vera)
    decision = hidden(vera, kofi, rosa)
    assert not shown(vera)
    assert client.get(before).status_code == 404
    client.force_login(rosa)
    case = client.get(decision.case.get_absolute_url()).content.decode()
    where = reverse("review:case_picture", args=[decision.case_id])
    assert where in case
    assert client.get(where).headers["Content-Type"] == "image/webp"
    assert told(vera)[0] == "A moderator has hidden a picture that you sent"
    client.force_login(vera)
    page = client.get(reverse("review:about_me_one", args=[decision.pk])).content.decode()
    assert "The picture by which you are shown" in page
    with clock.at(clock.now() + timedelta(days=30)):
        assert forget_lost_pictures() == 0
    asked = appeal(decision, "It is my cat.", by=vera)
    client.force_login(ada)
    assert where in client.get(reverse("review:appeal", args=[asked.pk])).content.decode()
    answer_appeal(asked, Outcome.REVERSED, "It is.", by=ada)
    assert shown(vera) == before
    assert client.get(before).status_code == 200
    lines = Line.objects.filter(entry__what__in=["portrait-hidden", "portrait-shown"]).order_by("pk")
    assert [(line.circle, line.about_id) for line in lines] == [(STAFF, vera.pk)] * 2


def test_who_has_chosen_another_picture_meanwhile_keeps_it_and_one_that_stays_away_is_forgotten(
    vera, kofi, rosa, ada
):
    decision = hidden(vera, kofi, rosa)
    show(vera, tone=10)
    other = shown(vera)
    answer_appeal(appeal(decision, "My cat.", by=vera), Outcome.REVERSED, "Yes.", by=ada)
    assert shown(vera) == other
    again = hidden(vera, kofi, rosa)
    assert not shown(vera)
    with clock.at(clock.now() + timedelta(days=91)):
        assert forget_lost_pictures() == 2
    answer_appeal(appeal(again, "My dog.", by=vera), Outcome.REVERSED, "Yes.", by=ada)
    assert not shown(vera)


def test_flags_hide_it_by_themselves_and_it_comes_back_if_nobody_decides(client, vera):
    before = shown(vera)
    for name in ("Ana", "Ben", "Cem"):
        assert shown(vera)
        case = flagged(vera, make(f"{name}@local", Trust.MEMBER, days=30))
    assert not shown(vera)
    assert LogEntry.objects.filter(what="flags-hid-picture", thing_id=vera.pk).exists()
    assert told(vera)[0].startswith("A picture that you sent was flagged by several people")
    client.force_login(vera)
    assert client.get(reverse("review:about_me_case", args=[case.pk])).status_code == 200
    with clock.at(clock.now() + timedelta(hours=25)):
        look_after()
    assert shown(vera) == before
