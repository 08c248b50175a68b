"""The words of a story are changed: alone, with others at once, and back again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape

from space.accounts.readers import reader_of
from space.blog.actions.describing import About, Named, describe_story
from space.blog.actions.steps import take_step
from space.blog.finding import find_edition
from space.blog.models import Editing, Edition, Version
from space.blog.permissions import can_describe, can_improve
from space.discuss.actions import make_tag
from space.discuss.models import Topic
from space.kit import clock
from space.limits.models import Bucket
from space.testing.stories import WORDS


@pytest.fixture
def shared(draft, lena):
    Bucket.objects.all().delete()
    return take_step(draft, "share", by=lena)


def edit_url(story, language="fr"):
    return reverse("blog:edit", args=[story.pk, language])


def typed(**changes):
    return {"title": WORDS.title, "summary": WORDS.summary, "text": WORDS.text, "began": 1, **changes}


def original(story) -> Edition:
    return Edition.objects.for_actions().select_related("current", "shown").get(story=story, is_original=True)


def test_a_member_improves_a_shared_draft_and_its_history_says_who_and_why(client, shared, kofi):
    client.force_login(kofi)
    text = WORDS.text.replace("six", "sept")
    response = client.post(edit_url(shared), typed(text=text, changed="L’heure juste"))
    assert response.url == shared.desk_url
    version = original(shared).current
    assert (version.number, version.by, version.note, version.source) == (2, kofi, "L’heure juste", text)

    page = client.get(reverse("blog:versions", args=[shared.pk, "fr"])).content.decode()
    assert "L’heure juste" in page
    compared = client.get(
        reverse("blog:versions", args=[shared.pk, "fr"]), {"from": 1, "to": 2}
    ).content.decode()
    assert "</span>sept<span" in compared
    for way in ("source", "whole"):
        asked = {"from": 1, "to": 2, "by": way}
        assert client.get(reverse("blog:versions", args=[shared.pk, "fr"]), asked).status_code == 200


def test_an_older_version_is_brought_back_as_the_newest(client, shared, kofi, lena):
    client.force_login(kofi)
    client.post(edit_url(shared), typed(text="Rien.", summary="Rien du tout."))
    versions = reverse("blog:versions", args=[shared.pk, "fr"])
    assert client.post(versions, {"version": 1}).url == versions
    now = original(shared).current
    assert (now.number, now.restores, now.source, now.summary) == (3, 1, WORDS.text, WORDS.summary)
    assert client.post(versions, {"version": 9}).status_code == 404


def test_two_who_change_the_same_paragraph_are_shown_both_and_decide(client, shared, kofi, lena):
    client.force_login(lena)
    client.post(edit_url(shared), typed(text=WORDS.text.replace("six", "sept"), title="La foire de Yaoundé"))
    client.force_login(kofi)
    response = client.post(
        edit_url(shared), typed(text=WORDS.text.replace("six", "huit"), title="Une autre foire de Yaoundé")
    )
    page = response.content.decode()
    assert response.status_code == 409
    assert "Lena Müller changed the same while you were writing." in page.replace(
        '<bdi translate="no">', ""
    ).replace("</bdi>", "")
    assert "▼▼▼ Lena Müller wrote:" in page
    assert "Une autre foire de Yaoundé" in page
    assert "“Title” now says: <b><bdi>La foire de Yaoundé</bdi></b>" in page

    form = response.context["form"]
    decided = {name: form.initial[name] for name in ("title", "summary", "text", "began", "clashed")}
    client.post(edit_url(shared), decided)
    now = original(shared).current
    assert now.title == "Une autre foire de Yaoundé"
    assert "sept heures" in now.source
    assert "huit heures" in now.source
    assert "▼▼▼" not in now.source


def test_nobody_is_told_of_what_they_changed_themselves_in_another_tab(client, shared, lena):
    client.force_login(lena)
    client.post(edit_url(shared), typed(text=WORDS.text.replace("six", "sept")))
    text = WORDS.text.replace("pluie", "chance")
    page = client.post(edit_url(shared), typed(text=text), follow=True).content.decode()
    assert "sept heures" in page
    assert "la chance" in page
    assert "meanwhile" not in page


def test_who_has_the_form_open_is_told_to_others_until_it_is_left(client, shared, kofi, lena):
    client.force_login(lena)
    client.get(edit_url(shared))
    client.force_login(kofi)
    assert "is writing here too" in client.get(edit_url(shared)).content.decode()
    here = reverse("blog:here", args=[shared.pk, "fr"])
    with clock.at(clock.now() + timedelta(minutes=5)):
        assert "had this form open" in client.post(here).content.decode()
    client.force_login(lena)
    assert client.post(here, {"gone": "1"}).status_code == 204
    client.force_login(kofi)
    assert "Lena" not in client.post(here).content.decode()
    client.post(edit_url(shared), typed(text="Autre chose."))
    assert not Editing.objects.exists()


def test_what_is_wrong_comes_back_with_the_text(client, shared, kofi):
    client.force_login(kofi)
    response = client.post(edit_url(shared), typed(title="", text="Un texte tout neuf."))
    assert response.status_code == 422
    assert "Un texte tout neuf." in response.content.decode()
    preview = client.post(edit_url(shared), typed(text="Un **gras**.", preview="1")).content.decode()
    assert "<strong>gras</strong>" in preview
    changes = client.post(edit_url(shared), typed(text="Un texte tout neuf.", changes="1")).content.decode()
    assert "What changes" in changes
    assert Version.objects.count() == 1


PEOPLE = [("lena", True), ("kofi", True), ("amina", True), ("noor", True), ("elena", True), ("viktor", False)]


@pytest.mark.parametrize(("who", "may"), PEOPLE)
def test_who_improves_a_shared_draft(request, shared, who, may, django_assert_num_queries):
    reader = reader_of(request.getfixturevalue(who))
    edition = find_edition(reader_of(request.getfixturevalue("lena")), shared.pk, "fr")
    with django_assert_num_queries(0):
        assert bool(can_improve(reader, edition)) is may


@pytest.mark.parametrize(("who", "may"), [("lena", True), ("kofi", False), ("noor", True), ("elena", True)])
def test_who_says_what_a_story_is_about(request, shared, who, may):
    assert bool(can_describe(reader_of(request.getfixturevalue(who)), shared)) is may


def test_a_private_draft_has_no_form_for_others(client, draft, kofi):
    client.force_login(kofi)
    assert client.get(edit_url(draft)).status_code == 404
    assert client.get(reverse("blog:versions", args=[draft.pk, "fr"])).status_code == 404


def test_authors_tags_and_language_are_put_right_on_a_page_of_their_own(client, draft, lena, kofi, ada):
    make_tag("salons", by=ada)
    client.force_login(lena)
    about = reverse("blog:about", args=[draft.pk])
    page = client.get(about).content.decode()
    assert "@Lena Müller" in page
    given = {
        "authors": "@Kofi Mensah\n@Lena Müller",
        "tags": "salons",
        "language": "Lingála (ln)",
        "regions": "cm",
    }
    wrong = client.post(about, {**given, "authors": ""})
    assert wrong.status_code == 422
    assert client.post(about, given).url == draft.desk_url
    draft.refresh_from_db()
    assert [one.person for one in draft.authors.all()] == [kofi, lena]
    assert (draft.language, original(draft).language, draft.regions) == ("ln", "ln", ["CM"])


def test_tags_of_a_published_story_are_those_of_its_topic(published, lena, ada):
    make_tag("salons", by=ada)
    Bucket.objects.all().delete()
    describe_story(
        published, About(tags=["salons"], authors=[Named(lena), Named(name="Tante Odile")]), by=lena
    )
    topic = Topic.objects.for_actions().get(pk=published.topic_id)
    assert [tag.name for tag in topic.tags.all()] == ["salons"]


def test_pages_of_an_edition_ask_the_same_however_many_versions_there_are(
    client, shared, kofi, django_assert_max_num_queries
):
    client.force_login(kofi)
    for number in range(1, 6):
        client.post(edit_url(shared), typed(text=f"Version {number}", began=number))
    with django_assert_max_num_queries(8):
        client.get(reverse("blog:versions", args=[shared.pk, "fr"]))
    with django_assert_max_num_queries(15):
        page = client.get(edit_url(shared)).content.decode()
    assert escape("Version 5") in page
