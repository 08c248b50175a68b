"""The page of one story in the newsroom, and what people do there."""

from datetime import date

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.blog.actions.describing import About, describe_story
from space.blog.actions.steps import take_step
from space.blog.models import Note, Stage, Story, Taken
from space.blog.permissions import can_claim, can_take
from space.blog.steps import ALL, STEPS
from space.discuss.models import Post, ReadMark
from space.testing.cast import make


def page(client, person, story, query=""):
    client.force_login(person)
    return client.get(f"{story.desk_url}{query}").content.decode()


def take(client, person, story, name, **sent):
    client.force_login(person)
    return client.post(reverse("blog:step", args=[story.pk, name]), {"seen": story.stage, **sent})


# Who takes which step of Lena's French story: its author, a stranger, the reviewer of French, the board.
MAY = {
    "share": "lena", "develop": "lena noor elena", "submit": "lena", "want-changes": "noor elena", "schedule": "elena",
    "unschedule": "elena", "publish": "elena", "decline": "elena", "withdraw": "lena", "resume": "lena",
    "correct": "elena", "unpublish": "elena",
}  # fmt: skip


@pytest.mark.parametrize("name", [step.name for step in ALL])
def test_who_takes_which_step(name, draft, lena, kofi, noor, elena, viktor):
    story = Story.objects.for_actions().get(pk=draft.pk)
    people = {"lena": lena, "kofi": kofi, "noor": noor, "elena": elena, "viktor": viktor}
    may = {who for who, person in people.items() if can_take(reader_of(person), story, STEPS[name])}
    assert may == set(MAY[name].split())


@pytest.mark.parametrize(("who", "may"), [("lena", False), ("kofi", False), ("noor", True), ("elena", True)])
def test_who_claims_a_french_story(request, in_review, elena, noor, who, may):
    reader = reader_of(request.getfixturevalue(who))
    assert bool(can_claim(reader, in_review)) is may


def test_the_desk_offers_what_its_reader_can_do_and_nothing_else(client, in_review, lena, noor, elena, kofi):
    forms = {person.name: page(client, person, in_review) for person in (lena, kofi, noor, elena)}
    assert 'step/withdraw"' in forms[lena.name]
    assert "/step/" not in forms[kofi.name]
    assert 'step/want-changes"' in forms[noor.name]
    assert 'step/schedule"' not in forms[noor.name]
    assert 'step/schedule"' in forms[elena.name]
    assert "A reviewer has to look at more points" in forms[lena.name]


ABOUT = About(note="Vérifiez les noms.", wanted_on=date(2026, 12, 20), projects=["wikidata"])


def test_the_desk_shows_what_its_authors_say_beside_the_words(client, in_review, lena, kofi):
    describe_story(in_review, ABOUT, by=lena)
    shown = page(client, kofi, in_review)
    assert "Vérifiez les noms." in shown
    assert "20 December 2026" in shown
    assert "<span>Wikidata</span>" in shown


def test_guests_do_not_read_the_note_to_the_editors(client, published, lena):
    describe_story(published, ABOUT, by=lena)
    assert "Vérifiez les noms." not in client.get(published.desk_url).content.decode()


def test_the_desk_of_a_published_story_leads_to_it(client, published, kofi):
    above = page(client, kofi, published).partition('id="text"')[0]
    assert f'href="{published.original().get_absolute_url()}"' in above


def test_its_authors_read_first_why_it_was_sent_back_or_declined(client, in_review, lena, noor, elena):
    take_step(in_review, "want-changes", by=noor, reason="Nommez la source.")
    above = page(client, lena, in_review).partition('id="text"')[0]
    assert "Nommez la source." in above
    take_step(in_review, "decline", by=elena, reason="Déjà raconté en mars.")
    above = page(client, lena, in_review).partition('id="text"')[0]
    assert "Déjà raconté en mars." in above
    assert "Nommez la source." not in above
    assert "What is missing" not in above


def test_what_is_refused_comes_back_with_what_was_typed(client, in_review, noor):
    answer = take(client, noor, in_review, "want-changes", reason="")
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()

    take_step(in_review, "withdraw", by=in_review.by)
    answer = take(client, noor, in_review, "want-changes", reason="La deuxième partie manque.")
    assert answer.status_code == 404


def test_who_decides_second_is_told_by_whom_and_keeps_the_words(client, in_review, noor, elena):
    take_step(in_review, "want-changes", by=elena, reason="Une source manque.")
    answer = take(client, noor, in_review, "want-changes", reason="Le titre est long.")
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Elena Rossi\u2069 was quicker" in body
    assert "Le titre est long." in body
    assert Taken.objects.filter(step="want-changes").count() == 1


def test_a_button_pressed_twice_takes_one_step(client, in_review, elena):
    for _ in range(2):
        answer = take(client, elena, in_review, "decline", reason="Déjà paru.")
        assert answer.status_code == 302
    assert Taken.objects.filter(step="decline").count() == 1


def test_a_story_is_scheduled_in_a_zone_and_a_time_that_does_not_exist_is_explained(client, ready, elena):
    spring = {"on": "2031-03-30", "at": "02:30", "zone": "Europe/Berlin"}
    answer = take(client, elena, ready, "schedule", **spring)
    assert answer.status_code == 422
    assert "Choose 01:30 or 03:30" in answer.content.decode()

    autumn = {"on": "2031-10-26", "at": "02:30", "zone": "Europe/Berlin"}
    assert take(client, elena, ready, "schedule", **autumn).status_code == 302
    story = Story.objects.for_actions().get()
    assert (story.stage, story.publish_zone) == (Stage.SCHEDULED, "Europe/Berlin")
    body = page(client, elena, story)
    assert "26 October 2031, 02:30 (Europe/Berlin, UTC+2)" in body
    assert "The first one is meant" in body


def test_a_note_points_at_a_passage_until_somebody_resolves_it(client, in_review, noor, lena, kofi):
    client.force_login(noor)
    url = reverse("blog:note", args=[in_review.pk])
    refused = client.post(url, {"text": "D’où ?", "passage": "ne s’y trouve pas"})
    assert refused.status_code == 422
    assert "D’où ?" in refused.content.decode()

    sent = {"text": "À quelle heure exactement ?", "passage": "la table à six heures"}
    assert client.post(url, sent).status_code == 302
    note = Note.objects.get()
    assert Post.objects.for_actions().get(pk=note.post_id).topic_id == in_review.room_id
    assert f'<mark class="noted" id="note-{note.pk}">la table à six heures</mark>' in page(
        client, lena, in_review
    )

    resolve = reverse("blog:resolve", args=[in_review.pk, note.pk])
    client.force_login(kofi)
    assert client.post(resolve).status_code == 403
    client.force_login(lena)
    assert client.post(resolve).status_code == 302
    assert "Resolved by" in page(client, lena, in_review)
    assert 'class="noted"' not in page(client, lena, in_review)


def test_a_reviewer_claims_hears_of_every_word_and_gives_it_back(client, in_review, noor, elena):
    client.force_login(noor)
    url = reverse("blog:claim", args=[in_review.pk])
    client.post(url, {"seen": "0"})
    assert Story.objects.for_actions().get().reviewer == noor
    assert ReadMark.objects.get(person=noor, topic=in_review.room_id).level == 2

    client.force_login(elena)
    late = client.post(url, {"seen": "0"})
    assert late.status_code == 422
    assert "was quicker, and reviews it now" in late.content.decode()

    client.force_login(noor)
    client.post(url, {"leave": "yes"})
    assert Story.objects.for_actions().get().reviewer is None
    assert [one.step for one in Taken.objects.order_by("pk")] == ["submit", "claim", "leave"]


def test_a_point_is_ticked_and_looked_at_again(client, in_review, noor):
    client.force_login(noor)
    url = reverse("blog:check", args=[in_review.pk])
    client.post(url, {"point": "tone"})
    assert in_review.checks.get().by == noor
    answer = client.post(url, {"point": "tone", "again": "yes"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert not in_review.checks.exists()


def test_the_history_says_why_to_members_and_what_happened_to_everybody(client, published, elena, kofi):
    take_step(published, "unpublish", by=elena, reason="Une source s’est trompée.")
    take_step(published, "publish", by=elena)
    assert "Une source s’est trompée." in page(client, kofi, published)
    client.logout()
    body = client.get(published.desk_url).content.decode()
    assert "unpublished this story" in body
    assert "Une source s’est trompée." not in body


def test_the_desk_costs_the_same_however_much_was_said(
    client, in_review, noor, django_assert_max_num_queries
):
    from space.blog.actions.noting import say
    from space.limits.models import Bucket

    client.force_login(noor)
    for n in range(6):
        Bucket.objects.all().delete()
        say(
            in_review,
            f"Encore une idée {n}",
            by=make(f"Reader {n}"),
            passage="Personne",
            edition=in_review.original(),
        )
    with django_assert_max_num_queries(20):
        client.get(in_review.desk_url)
