"""What is imposed on Lena without anything being flagged: she is told why, and another moderator can undo it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts import names
from space.accounts.models import User
from space.accounts.terms import has_limits, waits_for_approval
from space.kit import clock
from space.moderation.models import Penalty
from space.review.actions import Ruling, answer_appeal, decide, flag
from space.review.actions.flagging import Told
from space.review.actions.punishing import limit
from space.review.log.actions.counting import count_month
from space.review.models import Appeal, Case, Decision, Did, Line, Month, Outcome, Why
from space.review.things import person_thing
from space.testing.telling import told

pytestmark = pytest.mark.django_db
IMPOSES = {
    "penalty": {"measure": "silence", "lasts": "72"},
    "limits": {"limits": "factor:0.25", "lasts": "72"},
    "approval": {"lasts": "72"},
}


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def holds(person: User) -> bool:
    fresh = User.objects.get(pk=person.pk)
    penalised = Penalty.objects.in_force().filter(person=person).exists()
    return penalised or has_limits(fresh) or waits_for_approval(fresh)


@pytest.mark.parametrize("wish", IMPOSES)
def test_it_names_a_guideline_and_is_undone_by_an_appeal(
    lena: User, kofi: User, rosa: User, ada: User, wish: str
) -> None:
    flag(person_thing(lena), Told(Why.SPAM), by=kofi)
    where = reverse("review:person", args=[names.in_address(lena.name)])
    sent = {"do": wish} | {f"{wish}-{name}": said for name, said in IMPOSES[wish].items()}
    sent[f"{wish}-reason"] = "Forty replies in a night."
    desk = signed_in(rosa)
    assert "Say which guideline it is about." in desk.post(where, sent).content.decode()
    assert not holds(lena)
    assert desk.post(where, sent | {f"{wish}-clause": "respect"}).status_code == 302
    assert holds(lena)
    assert Case.objects.for_actions().waiting().get().flags.get().agreed is None
    mine = signed_in(lena)
    one = reverse("review:about_me_one", args=[Decision.objects.get().pk])
    assert one in mine.get(reverse("review:about_me")).content.decode()
    page = mine.get(one).content.decode()
    assert "A moderator has decided about you" in page
    assert "Respect each other" in page
    assert "Forty replies in a night." in page
    assert mine.post(one, {"words": "I was alone on duty."}).status_code == 302
    asked = Appeal.objects.for_actions().get()
    address = reverse("review:appeal", args=[asked.pk])
    assert "Another moderator answers" in desk.get(address).content.decode()
    assert "I was alone on duty." in signed_in(ada).get(address).content.decode()
    answer_appeal(asked, Outcome.REVERSED, "She was.", by=ada)
    assert not holds(lena)
    assert any("Your appeal was right" in line for line in told(lena))


@pytest.mark.parametrize(
    ("wish", "what"),
    [("penalty", "silence-began"), ("limits", "limits-set"), ("approval", "approval-began")],
)
def test_its_guideline_stands_in_the_log(lena: User, rosa: User, wish: str, what: str) -> None:
    where = reverse("review:person", args=[names.in_address(lena.name)])
    said = IMPOSES[wish] | {"clause": "spam", "reason": "Lamps."}
    signed_in(rosa).post(where, {"do": wish} | {f"{wish}-{name}": value for name, value in said.items()})
    assert Line.objects.get(entry__what=what).clause == "spam"


def test_limits_that_were_set_anew_stay_when_the_first_ones_are_undone(
    lena: User, rosa: User, ada: User
) -> None:
    until = clock.now() + timedelta(days=3)
    first = limit(lena, by=rosa, until=until, reason="Much.", factor=0.5)
    with clock.at(clock.now() + timedelta(hours=1)):
        limit(lena, by=ada, until=until, reason="Still much.", factor=0.25)
    made = Appeal.objects.create(decision=first, by=lena, words="No.")
    answer_appeal(made, Outcome.REVERSED, "Right.", by=ada)
    assert User.objects.get(pk=lena.pk).limits_factor == 0.25


def test_it_counts_in_the_month_of_its_language_and_nobody_waited_for_it(
    lena: User, kofi: User, rosa: User
) -> None:
    now = clock.now()
    lena.language, kofi.language = "fr", "en"
    flag(person_thing(kofi), Told(Why.SPAM), by=lena)
    case = Case.objects.for_actions().get()
    Case.objects.for_actions().filter(pk=case.pk).update(opened_at=now - timedelta(minutes=90))
    decide(case, Ruling(Did.KEEP), by=rosa)
    for _ in range(3):
        limit(lena, by=rosa, until=now + timedelta(days=3), reason="Much.", factor=0.5)
    count_month(now.date().replace(day=1))
    rows = Month.objects.values_list("language", "decisions", "median_minutes")
    assert set(rows) == {(Month.ALL, 4, 90), ("en", 1, 90), ("fr", 3, None)}
