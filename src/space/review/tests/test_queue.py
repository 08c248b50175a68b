"""What flags bring waits for who looks after it, heaviest first; who decides is told what others did."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.discuss.actions import appoint, arrange_category, change_category, edit_post, write_reply
from space.discuss.models import Post
from space.groups.actions import admit
from space.groups.models import Membership, Role
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import Penalty
from space.review.actions import Ruling, appeal, decide, flag
from space.review.actions.finding import looks_after_place
from space.review.actions.flagging import Told
from space.review.actions.telling import who_looks_after
from space.review.menus import waiting
from space.review.models import CannedAnswer, Case, Decision, Did, StaffNote, Why
from space.review.permissions import can_decide, can_punish_person
from space.review.queue.case_page import flaggers
from space.review.queue.counted import numbers_for
from space.review.things import post_thing
from space.testing.cast import make
from space.testing.rooms import MARKER
from space.testing.telling import told

pytestmark = pytest.mark.django_db
QUEUE = "/moderation/"


@pytest.fixture
def vera(db):
    return make("Vera@local", Trust.BASIC)


def flagged(topic, author, text="Buy my lamps, cheap!", *flags, holds=False):
    """A reply with flags by these people, or by a rule; and its case."""
    Bucket.objects.all().delete()
    post = write_reply(topic, by=author, text=text)
    fresh = Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)
    for by in flags or (None,):
        flag(
            post_thing(fresh),
            Told(Why.SPAM, "It is an advert", rule="" if by else "links", holds=holds),
            by=by,
        )
    return Case.objects.for_actions().get(thing_id=post.pk)


def page(client, person, where=QUEUE):
    client.force_login(person)
    return client.get(where)


def test_the_heaviest_is_first_and_pages_go_on_where_the_one_before_ended(
    client, topic, vera, rosa, django_assert_max_num_queries
):
    with clock.at(timezone.now() - timedelta(hours=1)):
        first = flagged(topic, vera, "The first.")
    Case.objects.for_actions().bulk_create(
        Case(thing_kind="discuss.post", thing_id=n, author=vera, weight=1 + n % 3, language="fr")
        for n in range(1_000_000, 1_000_060)
    )
    shown = page(client, rosa)
    with django_assert_max_num_queries(20):
        shown = client.get(QUEUE)
    seen = [item.case.pk for item in shown.context["items"]]
    while older := shown.context["older"]:
        shown = client.get(older)
        seen += [item.case.pk for item in shown.context["items"]]
    in_order = Case.objects.for_actions().waiting().in_order().values_list("pk", flat=True)
    assert seen == list(in_order)
    assert len(seen) == 61
    narrowed = client.get(QUEUE, {"language": "en", "why": "spam", "age": "new", "by": ""})
    assert [item.case.pk for item in narrowed.context["items"]] == [first.pk]
    assert not client.get(QUEUE, {"by": "Ada"}).context["items"]


def test_a_case_is_decided_with_reason_and_the_second_is_told_what_the_first_did(
    client, topic, vera, rosa, ada, kofi
):
    case = flagged(topic, vera, "Lamps!", kofi)
    where = reverse("review:case", args=[case.pk])
    assert b"Lamps!" in page(client, rosa, where).content
    sent = {"version": case.version, "did": "hide", "follows": "silence", "lasts": "72"}
    refused = client.post(where, sent)
    assert set(refused.context["form"].errors) == {"reason", "clause"}
    assert Case.objects.for_actions().get().waits
    ready = CannedAnswer.objects.create(title="Adverts", language="en", text="No adverts, please.")
    sent |= {"clause": "spam", "answer": ready.pk, "reason": "Not here."}
    overtaken = client.post(where, sent | {"version": case.version - 1})
    assert overtaken.status_code == 422
    assert Decision.objects.count() == 0
    assert client.post(where, sent).status_code == 302
    decision = Decision.objects.get()
    assert decision.reason == "No adverts, please.\n\nNot here."
    penalty = Penalty.objects.in_force().get()
    assert round((penalty.until - timezone.now()).total_seconds() / 3600) == 72
    client.force_login(ada)
    late = client.post(where, {"version": case.version, "did": "keep"})
    assert late.status_code == 422
    assert b"Not here." in late.content
    assert Decision.objects.count() == 1


def test_ready_answers_in_the_language_of_the_author_come_first(client, topic, vera, rosa, kofi):
    for title, language in (("Adverts", "en"), ("Publicité", "fr"), ("إعلان", "ar")):
        CannedAnswer.objects.create(title=title, language=language, text="…")
    vera.language = "fr"
    vera.save()
    where = flagged(topic, vera, "Lamps!", kofi).get_absolute_url()
    offered = page(client, rosa, where).context["form"].fields["answer"].choices
    labels = [str(label) for _, label in offered][1:]
    theirs = [label for label in labels if label.endswith("(français)")]
    assert "Publicité (français)" in labels[: len(theirs)] == theirs
    assert {"إعلان (العربية)", "Adverts (English)"} < set(labels)


def test_from_a_flag_one_comes_to_what_else_that_person_flagged(client, topic, vera, rosa, kofi, lena):
    case, other = flagged(topic, vera, "Lamps!", kofi), flagged(topic, vera, "Maps!", lena)
    where = f"{QUEUE}?by={quote(kofi.name)}"
    assert f'href="{where}"' in page(client, rosa, case.get_absolute_url()).content.decode()
    found = client.get(where)
    assert [item.case.pk for item in found.context["items"]] == [case.pk]
    assert "Flagged by" in found.content.decode()
    assert "Flagged by" not in client.get(QUEUE).content.decode()
    assert other.waits


def test_who_flagged_or_wrote_it_reads_no_and_others_find_nothing(client, topic, vera, rosa, ada, kofi):
    mine = flagged(topic, rosa, "My own words.", kofi)
    theirs = flagged(topic, vera, "Lamps!", rosa)
    assert page(client, rosa, mine.get_absolute_url()).status_code == 403
    shown = page(client, rosa, theirs.get_absolute_url())
    assert "part of this" in shown.content.decode()
    assert client.post(theirs.get_absolute_url(), {"did": "keep", "version": 2}).status_code == 403
    assert [item.case.pk for item in page(client, rosa).context["items"]] == [theirs.pk]
    assert page(client, kofi, theirs.get_absolute_url()).status_code == 404
    assert page(client, kofi).status_code == 403


def test_a_held_post_is_read_and_let_appear_at_one_press(client, topic, vera, rosa):
    case = flagged(topic, vera, "My first words here.", holds=True)
    assert not page(client, rosa).context["items"]
    held = client.get(QUEUE, {"tab": "held"})
    assert "My first words here." in held.content.decode()
    client.post(
        case.get_absolute_url(), {"did": "keep", "version": case.version, "next": "/moderation/?tab=held"}
    )
    assert Post.objects.for_actions().get(pk=case.thing_id).hidden_at is None
    assert [item.case.pk for item in client.get(QUEUE, {"tab": "done"}).context["items"]] == [case.pk]


def test_a_case_shows_what_was_decided_of_the_same_post_and_who_else_wrote_its_words(
    client, topic, vera, rosa, kofi, lena
):
    case = flagged(topic, vera, "Lamps, half price!", kofi)
    before = decide(case, Ruling(Did.KEEP), by=rosa)
    post = Post.objects.for_actions().select_related("author", "topic__group").get(pk=case.thing_id)
    flag(post_thing(post), Told(Why.SPAM), by=lena)
    again = Case.objects.for_actions().waiting().get()
    other = flagged(topic, make("Lamp@local", Trust.BASIC), "Lamps, half price!", kofi)
    unlike = flagged(topic, make("Maps@local", Trust.BASIC), "Maps, half price!", kofi)
    shown = page(client, rosa, again.get_absolute_url())
    assert [one.pk for one in shown.context["same_before"]] == [before.pk]
    assert not shown.context["decided_before"]
    assert [one.pk for one in shown.context["alike"]] == [other.pk]
    assert other.get_absolute_url() in shown.content.decode()
    assert "How it read before" not in shown.content.decode()
    with clock.at(timezone.now() + timedelta(minutes=10)):
        edit_post(post, by=vera, text="Lamps for nothing!")
    after = page(client, rosa, again.get_absolute_url())
    assert "How it read before" in after.content.decode()
    assert not after.context["alike"]
    assert unlike.waits


def test_a_closed_group_keeps_its_cases_until_it_asks(client, secret, kofi, rosa, ada, circle):
    lead = make("Lead", Trust.MEMBER)
    admit(circle, lead)
    Membership.objects.filter(group=circle, person=lead).update(role=Role.OWNER)
    member = make("Member", Trust.MEMBER)
    admit(circle, member)
    case = flagged(secret, kofi, f"{MARKER} words", member)
    where = case.get_absolute_url()
    assert page(client, rosa, where).status_code == 404
    assert MARKER not in page(client, rosa).content.decode()
    assert page(client, lead, where).status_code == 200
    client.post(reverse("review:carry", args=[case.pk]), {"do": "ask"})
    assert page(client, rosa, where).status_code == 200
    client.post(reverse("review:carry", args=[case.pk]), {"do": "claim"})
    assert Case.objects.for_actions().get().claimed_by == rosa
    client.post(reverse("review:carry", args=[case.pk]), {"do": "hand", "to": lead.pk})
    assert Case.objects.for_actions().get().claimed_by == lead
    assert told(lead)[0] == "Another moderator hands you a case: please look at it"
    assert not any("hands you" in line for line in told(rosa))


def test_an_appeal_is_answered_by_another_moderator(client, topic, vera, rosa, ada, kofi):
    case = flagged(topic, vera, "Lamps!", kofi)
    decision = decide(case, Ruling(Did.HIDE, clause="spam", reason="An advert."), by=rosa)
    asked = appeal(decision, "It was a gift.", by=vera)
    where = reverse("review:appeal", args=[asked.pk])
    assert "Another moderator answers" in page(client, rosa, where).content.decode()
    assert client.post(where, {"outcome": "reversed", "reason": "No"}).status_code == 403
    shown = page(client, ada, where).content.decode()
    assert "It was a gift." in shown
    assert "An advert." in shown
    assert client.post(where, {"outcome": "reversed"}).status_code == 422
    assert client.post(where, {"outcome": "reversed", "reason": "It was."}).status_code == 302
    assert Post.objects.for_actions().get(pk=case.thing_id).hidden_at is None


def test_moderators_note_penalise_and_lift_without_a_case(client, vera, rosa, kofi):
    where = reverse("review:person", args=["Vera@local"])
    assert page(client, kofi, where).status_code == 403
    page(client, rosa, where)
    client.post(where, {"do": "note", "note-words": "Says that she will stop."})
    assert StaffNote.objects.visible_to(reader_of(rosa)).get().person == vera
    assert not StaffNote.objects.visible_to(reader_of(kofi)).exists()
    day = (timezone.now() + timedelta(days=3)).date()
    sent = {
        "do": "penalty",
        "penalty-measure": "silence",
        "penalty-lasts": "until",
        "penalty-clause": "respect",
        "penalty-reason": "Again.",
    }
    assert client.post(where, sent).status_code == 422
    assert client.post(where, sent | {"penalty-until": str(day)}).status_code == 302
    held = Penalty.objects.in_force().get()
    assert (
        client.post(where, {"do": "lift", "which": held.pk, "lift-words": "She wrote to us."}).status_code
        == 302
    )
    assert not Penalty.objects.in_force().exists()


PEOPLE = ("member", "near", "lead", "rosa", "other", "ada")
# Who may decide about what who wrote. `near` moderates the category; `lead` leads the closed group.
DECIDES = {
    "public": {"near", "rosa", "other", "ada"},
    "by rosa": {"near", "other", "ada"},
    "by near": {"rosa", "other", "ada"},
    "flagged by rosa": {"near", "other", "ada"},
    "closed": {"lead"},
}
# Who may silence and suspend whom.
PUNISHES = {
    "member": {"rosa", "other", "ada"},
    "near": {"rosa", "other", "ada"},
    "rosa": {"ada"},
    "ada": set(),
}


def test_who_decides_about_whom(topic, secret, questions, circle, rosa, ada, kofi, lena):
    near, lead, other = (make(name, Trust.MEMBER) for name in ("Near", "Lead", "Other"))
    appoint(near, questions, by=ada)
    admit(circle, lead)
    Membership.objects.filter(group=circle, person=lead).update(role=Role.MODERATOR)
    admit(rosa.space_groups.get(), other)
    people = {"member": lena, "near": near, "lead": lead, "rosa": rosa, "other": other, "ada": ada}
    cases = {
        "public": flagged(topic, lena, "One"),
        "by rosa": flagged(topic, rosa, "Two"),
        "by near": flagged(topic, near, "Three"),
        "flagged by rosa": flagged(topic, lena, "Four", rosa),
        "closed": flagged(secret, kofi, "Five"),
    }
    readers = {name: reader_of(person) for name, person in people.items()}
    for what, case in cases.items():
        case, on_it = Case.objects.for_actions().get(pk=case.pk), flaggers(case)
        may = {name for name in PEOPLE if can_decide(readers[name], case, on_it)}
        assert may == DECIDES[what], what
        seen = {n for n in PEOPLE if Case.objects.visible_to(readers[n]).filter(pk=case.pk).exists()}
        assert may <= seen, what
        assert set(who_looks_after(case)) - {case.author_id} <= {people[n].pk for n in seen}, what
    for whom, expected in PUNISHES.items():
        of_place = looks_after_place(people[whom])
        may = {n for n in PEOPLE if can_punish_person(readers[n], people[whom], of_place=of_place)}
        assert may == expected, whom


def test_who_looks_after_a_category_decides_in_those_below_and_the_nearest_is_told(
    topic, secret, questions, hideout, rosa, ada, lena, kofi
):
    above = arrange_category("help", by=ada, name="Help")
    for below in (questions, hideout):
        change_category(below, by=ada, parent=above)
    lead, near = make("Lead of help", Trust.MEMBER), make("Near", Trust.MEMBER)
    appoint(lead, above, by=ada)
    case, inside, own = (
        flagged(topic, lena, "One"),
        flagged(secret, kofi, "Two"),
        flagged(topic, lead, "Three"),
    )
    assert [set(who_looks_after(one)) for one in (case, own)] == [{lead.pk}, {rosa.pk}]
    assert set(who_looks_after(case, but=lead.pk)) == {rosa.pk}
    appoint(near, questions, by=ada)
    assert set(who_looks_after(case)) == {near.pk}
    for person, looks_after in ((near, {case, own}), (lead, {case}), (rosa, {case, own})):
        reader = reader_of(person)
        assert set(Case.objects.visible_to(reader)) == looks_after, person
        fresh = Case.objects.for_actions()
        assert {one for one in fresh if can_decide(reader, one, frozenset())} == looks_after, person
        assert waiting(reader) == str(len(looks_after))
    admit(secret.group, lead)
    assert inside in Case.objects.visible_to(reader_of(lead))
    assert waiting(reader_of(lead)) == "2"
    decide(own, Ruling(Did.KEEP), by=rosa)
    assert [numbers_for(reader_of(one)).decided for one in (lead, near, rosa)] == [[], ["keep"], ["keep"]]
