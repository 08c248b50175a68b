"""A story is handed in, with everything that is said about it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from space.blog.models import Stage, Story
from space.discuss.actions import make_tag
from space.discuss.models import Draft
from space.limits.models import Bucket

SUBMIT = "/blog/submit"
TYPED = {
    "begins": "draft",
    "title": "Une semaine à la foire",
    "summary": "Cinq jours et trois cents visiteurs.",
    "text": "Nous avons monté la table à six heures, et personne ne s’arrêtait avant que la pluie vienne.",
    "authors": "@Lena Müller\nTante Odile",
    "tags": "salons",
    "projects": ["wikipedia", "commons"],
    "regions": "Cameroon, world",
    "note": "Please before the fair of next year.",
}


@pytest.fixture
def tag(ada):
    return make_tag("salons", by=ada)


@pytest.fixture
def lena_writes(client, lena, tag):
    client.force_login(lena)
    return client


def test_a_draft_is_handed_in_with_all_that_is_said_about_it(lena_writes, lena):
    response = lena_writes.post(SUBMIT, TYPED)
    story = Story.objects.for_actions().get()
    assert response.url == story.desk_url
    assert (story.stage, story.language, story.shared_at) == (Stage.DRAFT, "fr", None)
    assert [(one.person, one.name) for one in story.authors.all()] == [(lena, ""), (None, "Tante Odile")]
    assert (story.projects, story.regions) == (["wikipedia", "commons"], ["CM", "world"])
    assert [one.name for one in story.tags.all()] == ["salons"]
    assert story.note == "Please before the fair of next year."
    assert story.original().current.source == TYPED["text"]


def test_a_pitch_needs_no_text_yet(lena_writes):
    pitch = {**TYPED, "begins": "pitch", "text": "", "language": "fr"}
    lena_writes.post(SUBMIT, pitch)
    assert Story.objects.for_actions().get().stage == Stage.PITCH


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text": ""}, "Write something first."),
        ({"title": "Eh"}, "A title needs at least"),
        ({"summary": "x" * 501}, "at most 500 characters"),
        ({"authors": "@Nobody of this name"}, "Take the @ away"),
        ({"regions": "Atlantis"}, "We know no country of the name “Atlantis”."),
        ({"wanted_on": "2001-01-01"}, "This day is over."),
        (
            {"text": "Ok ok ok", "title": "Okay okay okay okay", "summary": ""},
            "We are not sure in which language",
        ),
    ],
)
def test_what_is_wrong_is_said_and_everything_stays_in_the_form(lena_writes, wrong, told):
    response = lena_writes.post(SUBMIT, {**TYPED, **wrong})
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Please before the fair of next year." in page
    assert 'value="commons" id="id_projects_1" checked' in page.replace("\n", "")
    assert not Story.objects.for_actions().exists()


def test_who_is_signed_out_meanwhile_gets_the_text_back(client, tag):
    response = client.post(SUBMIT, TYPED)
    assert response.status_code == 422
    assert TYPED["text"].replace("’", "’") in response.content.decode()


def test_the_same_form_sent_twice_makes_one_story(lena_writes):
    key = str(uuid4())
    first = lena_writes.post(SUBMIT, {**TYPED, "key": key})
    assert lena_writes.post(SUBMIT, {**TYPED, "key": key}).url == first.url
    assert Story.objects.for_actions().count() == 1


def test_what_is_typed_is_kept_as_a_draft_stands_in_the_form_again_and_goes_when_it_is_sent(
    lena_writes, lena
):
    key = str(uuid4())
    save = reverse("discuss:draft", args=["story"])
    lena_writes.post(save, {**TYPED, "key": key}, headers={"accept": "application/json"})
    draft = Draft.objects.for_actions().get(person=lena)
    assert draft.data["projects"] == "wikipedia commons"

    page = lena_writes.get(SUBMIT).content.decode()
    assert "Tante Odile" in page
    assert page.count("checked") == 3
    drafts = lena_writes.get(reverse("discuss:drafts")).content.decode()
    assert "New story" in drafts
    assert f'href="{SUBMIT}"' in drafts

    Bucket.objects.all().delete()
    lena_writes.post(SUBMIT, {**TYPED, "key": key, "draft": draft.version})
    late = lena_writes.post(save, {**TYPED, "key": key}, headers={"accept": "application/json"})
    assert late.status_code == 410
    assert "Tante Odile" not in lena_writes.get(SUBMIT).content.decode()
    assert "New story" not in lena_writes.get(reverse("discuss:drafts")).content.decode()


def test_who_writes_down_a_story_of_a_guest_can_still_see_it(lena_writes):
    response = lena_writes.post(SUBMIT, {**TYPED, "authors": "Tante Odile"})
    assert lena_writes.get(response.url).status_code == 200


def test_a_preview_shows_the_text_and_asks_nothing_else(lena_writes):
    page = lena_writes.post(SUBMIT, {**TYPED, "title": "", "preview": "1"}).content.decode()
    assert "Nous avons monté" in page
    assert page.count("checked") == 3
    assert not Story.objects.for_actions().exists()
