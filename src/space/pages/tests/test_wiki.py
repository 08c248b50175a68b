"""Pages about this place: ours until somebody changes them, then a post with its history."""

from django.urls import reverse

from space.discuss.actions.editing import edit_post
from space.discuss.models import Topic
from space.pages.wiki.actions import begin_page
from space.pages.wiki.texts import GUIDELINES

BEGIN = reverse("pages:begin", args=["guidelines"])


def test_a_moderator_changes_a_page_and_what_comes_with_space_is_its_first_version(client, rosa):
    client.force_login(rosa)
    form = client.post(BEGIN, {"language": "fr"}).url
    typed = {"text": "## Chez nous\n\nSoyez **bons**.", "title": "Règles de vie", "language": "fr"}
    assert client.post(form, typed).status_code == 302

    page = client.get("/guidelines/?lang=fr").content.decode()
    assert "Soyez <strong>bons</strong>." in page
    assert ">Chez nous</h2>" in page
    history = client.get(form.replace("/edit", "/history")).content.decode()
    assert "Space" in history
    assert GUIDELINES.ours("ar").html in client.get("/guidelines/?lang=ar").content.decode()


def test_beginning_it_twice_makes_one(rosa, ada):
    assert begin_page(GUIDELINES, "fr", by=rosa) == begin_page(GUIDELINES, "fr", by=ada)
    assert Topic.objects.for_actions().filter(category__slug="about-this-place").count() == 1


def test_members_read_it_and_moderators_change_it(client, lena, rosa):
    post = begin_page(GUIDELINES, "en", by=rosa)
    edit = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, 1])
    client.force_login(lena)
    assert client.post(BEGIN, {"language": "en"}).status_code == 403
    assert edit not in client.get("/guidelines/").content.decode()
    assert client.get(edit).status_code == 403

    client.force_login(rosa)
    assert edit in client.get("/guidelines/").content.decode()


def test_a_change_is_seen_at_once_by_who_has_no_account(client, rosa):
    post = begin_page(GUIDELINES, "en", by=rosa)
    before = client.get("/guidelines/?lang=en")
    edit_post(post, by=rosa, text="## New\n\nBe kind.", title="Guidelines", language="en")
    assert "Be kind." in client.get("/guidelines/?lang=en").content.decode()
    assert "Be kind." not in before.content.decode()


def test_its_topic_leads_to_the_page(client, rosa):
    post = begin_page(GUIDELINES, "fr", by=rosa)
    assert "/guidelines/?lang=fr" in client.get(post.topic.get_absolute_url()).content.decode()


def test_what_there_is_no_page_or_language_for_is_not_begun(client, rosa):
    client.force_login(rosa)
    assert client.post(BEGIN, {"language": "xx"}).status_code == 404
    assert client.post(reverse("pages:begin", args=["recipes"]), {"language": "fr"}).status_code == 404
    assert not Topic.objects.for_actions().exists()
