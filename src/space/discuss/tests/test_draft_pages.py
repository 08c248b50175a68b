"""Drafts as scripts and buttons keep them, and as their list shows them."""

from uuid import uuid4

import pytest
from django.urls import reverse

from space.administration.actions import change_setting
from space.discuss.actions import close_topic, discard_draft, edit_post, save_draft, write_reply
from space.discuss.drafts.numbers import DRAFTS_AT_MOST
from space.discuss.models import Draft, Post, TopicDeletion
from space.groups.models import Membership
from space.testing.rooms import MARKER

SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def browser(client, lena):
    client.force_login(lena)
    return client


def save(browser, of="topic", /, **typed):
    return browser.post(reverse("discuss:draft", args=[of]), typed, headers=SCRIPT)


def kept(key="topic"):
    return Draft.objects.for_actions().get(key=key, discarded_at=None).data


def test_a_script_is_told_the_version_and_what_the_language_looks_like(browser):
    first = save(browser, text="Wir suchen jemanden, der uns bei den alten Karten hilft.")
    second = save(browser, text="Kurz.", draft=first.json()["version"])

    assert first.json()["looks"] == "As it looks: Deutsch"
    assert second.json() == {"version": first.json()["version"] + 1, "looks": "As it looks", "likely": []}


def test_a_script_that_knows_an_older_version_gets_the_other_text(browser):
    first = save(browser, text="One").json()["version"]
    newer = save(browser, text="Two", title="T", draft=first).json()["version"]
    answer = save(browser, text="Three", draft=first)

    assert answer.status_code == 409
    assert (answer.json()["version"], answer.json()["data"]) == (newer, {"text": "Two", "title": "T"})
    assert kept() == {"text": "Two", "title": "T"}
    assert save(browser, text="Three", draft=newer).status_code == 200


def test_a_form_that_has_become_a_post_is_answered_so(browser, topic, lena):
    form = uuid4()
    write_reply(topic, by=lena, text="Done.", key=form)

    assert save(browser, f"reply-{topic.pk}", text="Don", key=form).status_code == 410
    assert not Draft.objects.for_actions().exists()


def test_what_a_form_does_not_hold_is_not_kept(browser):
    hostile = {"text": "Words", "admin": "yes", "data": "{}", "person": "1", "version": "9", "at": "now"}

    assert save(browser, **hostile).status_code == 200
    assert kept() == {"text": "Words"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "x" * (2 * 32_000 + 1)},
        {"title": "x" * 1001, "text": "Words"},
        {"category": "-1", "text": "Words"},
        {"category": "9" * 40, "text": "Words"},
        {"post": "1e3", "text": "Words"},
        {"draft": "new", "text": "Words"},
        {"key": "none", "text": "Words"},
        {"language": "x" * 21, "text": "Words"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_is_out_of_bounds_is_refused_with_a_reason(browser, wrong):
    answer = save(browser, **wrong)

    assert answer.status_code == 422
    assert answer.json()["reasons"]
    assert not Draft.objects.for_actions().exists()


def test_any_text_that_can_be_sent_can_be_kept(browser):
    long = "سقف\r\n" * 8000
    save(browser, text=f"{long}\x1f<script>")

    assert kept()["text"] == f"{long}<script>".replace("\r\n", "\n")


@pytest.mark.parametrize("key", ["reply-0", "reply-x", "edit-", "topics", "reply-1-2", "reply-" + "9" * 19])
def test_there_are_no_other_drafts(browser, key):
    assert browser.post(f"/discuss/drafts/{key}", {"text": "x"}).status_code == 404


def test_an_empty_form_puts_the_draft_aside(browser):
    version = save(browser, text="Words", category="1").json()["version"]

    assert save(browser, text="  ", category="1", draft=version).json()["version"] == 0
    assert "Bring back" in browser.get("/discuss/drafts").content.decode()


def test_an_edit_that_changes_nothing_is_no_draft(browser, topic, lena):
    post = Post.objects.for_actions().get(topic=topic)
    key = f"edit-{post.pk}"
    same = {"text": post.source, "title": topic.title, "language": "en"}
    assert save(browser, key, **same).json()["version"] == 0
    assert save(browser, key, **{**same, "title": "Another title"}).json()["version"] > 0

    edit_post(post, by=lena, text="The archive has opened.", title="Another title")
    save(browser, key, text="The archive has opened.", title="Another title", language="en", draft=1)
    assert Draft.objects.for_actions().filter(discarded_at=None).count() == 0


def test_whether_a_closed_topic_says_something_is_told_to_nobody(browser, secret):
    post = Post.objects.for_actions().get(topic=secret)
    right = save(browser, f"edit-{post.pk}", text=post.source)
    wrong = save(browser, "edit-999999", text=post.source)

    assert right.json()["version"] > 0
    assert wrong.json()["version"] > 0


def test_a_button_keeps_a_draft_and_leads_to_the_list(browser, topic):
    answer = browser.post(f"/discuss/drafts/reply-{topic.pk}", {"text": "Half written"}, follow=True)
    page = answer.content.decode()

    assert answer.redirect_chain == [("/discuss/drafts", 302)]
    assert "Your text is kept as a draft." in page
    assert "Half written" in page
    assert topic.title in page


def test_without_a_script_both_texts_are_offered(browser, topic):
    key = f"reply-{topic.pk}"
    save(browser, key, text="From the phone")
    answer = browser.post(f"/discuss/drafts/{key}", {"text": "From the desk", "post": "1"})
    page = answer.content.decode()

    assert answer.status_code == 409
    assert page.count("From the phone</textarea>") == page.count("From the desk</textarea>") == 1
    assert f'name="draft" value="{Draft.objects.for_actions().get().version}"' in page
    assert kept(key) == {"text": "From the phone"}


def test_a_text_that_is_not_kept_comes_back_with_the_reason(browser):
    long = "x" * (2 * 32_000 + 1)
    answer = browser.post("/discuss/drafts/topic", {"text": long})

    assert answer.status_code == 422
    assert "This text is too long to be kept." in answer.content.decode()
    assert long in answer.content.decode()


def test_discarding_takes_what_was_typed_last_and_brings_it_back(browser, lena):
    save(browser, text="Half")
    page = browser.post("/discuss/drafts/topic/discard", {"text": "Half written"}, follow=True)
    assert "Bring back" in page.content.decode()

    browser.post("/discuss/drafts/topic/restore")
    assert kept() == {"text": "Half written"}


def rows(browser):
    return browser.get("/discuss/drafts").content.decode()


def test_a_closed_topic_keeps_the_text_and_says_why_one_cannot_go_on(browser, topic, lena, rosa):
    save_draft(f"reply-{topic.pk}", by=lena, data={"text": "Too late"})
    assert "Go on writing" in rows(browser)
    close_topic(topic, by=rosa)

    assert "Too late" in rows(browser)
    assert topic.title in rows(browser)
    assert "This topic is closed." in rows(browser)
    assert "Go on writing" not in rows(browser)


@pytest.mark.parametrize("kind", ["reply", "edit"])
def test_who_leaves_a_closed_group_keeps_the_text_and_sees_no_title(client, secret, kofi, kind):
    post = Post.objects.for_actions().get(topic=secret)
    save_draft(f"{kind}-{secret.pk if kind == 'reply' else post.pk}", by=kofi, data={"text": "My words"})
    client.force_login(kofi)
    assert MARKER in rows(client)
    Membership.objects.filter(person=kofi).delete()

    assert "My words" in rows(client)
    assert MARKER not in rows(client)
    assert "not open to you" in rows(client)


def test_what_is_gone_and_what_never_was_look_the_same(browser, topic, lena, rosa):
    save_draft("reply-999999", by=lena, data={"text": "To nowhere"})
    assert "What this was for is not there any more, or not open to you." in rows(browser)
    assert TopicDeletion.objects.count() == 0


def test_the_list_costs_the_same_however_long_it_is(browser, topic, lena, django_assert_max_num_queries):
    for number in range(topic.pk, topic.pk + 20):
        save_draft(f"reply-{number}", by=lena, data={"text": "Words"})
        save_draft(f"edit-{number}", by=lena, data={"text": "Words", "title": "A title"})
    discard_draft("edit-1", by=lena)

    # The session, the settings, and three.
    with django_assert_max_num_queries(5):
        assert "Words" in rows(browser)


def test_the_first_words_stand_in_their_language(browser, lena):
    save_draft("topic", by=lena, data={"text": "متن نیمه‌تمام " * 90, "language": "fa", "title": "قنات"})
    page = rows(browser)

    assert 'lang="fa" dir="rtl"' in page
    assert "قنات" in page


def test_a_newcomer_is_told_before_writing_what_a_post_can_hold(client, browser, topic, amina):
    limits = "On your first day a post can hold: 2 links to other sites, 1 image, the names of 2 people."
    assert limits not in browser.get(topic.get_absolute_url()).content.decode()

    client.force_login(amina)
    assert limits in client.get(topic.get_absolute_url()).content.decode()
    assert limits in client.get("/discuss/start").content.decode()


def test_the_preview_says_what_would_be_refused(client, topic, amina):
    client.force_login(amina)
    shown = client.post("/discuss/preview", {"text": "https://a.example https://b.example https://c.example"})

    assert "On your first day a post can hold 2 links" in shown.content.decode()


def test_a_category_that_has_a_template_begins_the_text(browser, questions):
    questions.template = "What have you tried?\n\nWhat happened?"
    questions.save()
    form = {"title": "A question of mine", "category": questions.pk, "text": "", "preview": "1"}
    for page in (browser.get("/discuss/start?category=questions"), browser.post("/discuss/start", form)):
        assert "What happened?</textarea>" in page.content.decode()

    typed = {**form, "text": "My own words."}
    assert "What happened?</textarea>" not in browser.post("/discuss/start", typed).content.decode()


def test_a_question_is_asked_where_its_form_stands(browser, questions):
    page = browser.get("/discuss/ask").content.decode()
    assert 'action="/discuss/ask"' in page
    assert "Post question" in page


def test_who_is_signed_out_meanwhile_gets_the_text_back(client):
    answer = client.post("/discuss/drafts/topic", {"text": "Written for an hour."})

    assert answer.status_code == 403
    assert "Sign in first" in answer.content.decode()
    assert "Written for an hour.</textarea>" in answer.content.decode()
    assert save(client, text="Written for an hour.").json()["reasons"]


def test_discarding_without_end_keeps_no_more_than_twice_as_many(browser, ada, lena):
    change_setting(DRAFTS_AT_MOST, 2, by=ada)
    for number in range(1, 6):
        browser.post(f"/discuss/drafts/reply-{number}/discard", {"text": "Words"})

    assert Draft.objects.for_actions().count() == 4
    discard_draft("topic", by=lena, data={"text": "One more"})
    assert Draft.objects.for_actions().count() == 4


def test_a_draft_of_an_edit_remembers_what_it_began_from(client, topic, lena, rosa):
    post = Post.objects.for_actions().get(topic=topic)
    edit_post(post, by=lena, text="First.\n\nSecond.\n\nThird.")
    client.force_login(lena)
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    began = client.get(address).context["form"]["began"].value()
    save(client, f"edit-{post.pk}", text="First of all.\n\nSecond.\n\nThird.", began=began)
    edit_post(post, by=rosa, text="First.\n\nSecond.\n\nThird and last.")

    form = client.get(address).context["form"]
    assert form["began"].value() == began
    sent = {name: form[name].value() or "" for name in ("text", "title", "language", "began", "key", "draft")}
    client.post(address, sent)
    post.refresh_from_db()
    assert post.source == "First of all.\n\nSecond.\n\nThird and last."
    assert "Nothing is half written" in rows(client)


def test_an_edit_that_meets_another_keeps_its_draft_and_its_version(client, topic, lena, rosa):
    post = Post.objects.for_actions().get(topic=topic)
    client.force_login(lena)
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    form = client.get(address).context["form"]
    version = save(client, f"edit-{post.pk}", text="Mine.").json()["version"]
    edit_post(post, by=rosa, text="Theirs.")
    sent = {name: form[name].value() or "" for name in ("title", "language", "began", "key")}
    answer = client.post(address, {**sent, "text": "Mine.", "draft": version})

    assert answer.status_code == 409
    assert answer.context["form"]["draft"].value() == str(version)
    assert kept(f"edit-{post.pk}") == {"text": "Mine."}


def test_a_poll_is_kept_with_its_text_and_nothing_of_one_that_nobody_asks(browser):
    asked = {"poll-way": "ranked", "poll-results": "always", "poll-ballots": "open", "poll-at_most": ""}
    version = save(browser, text="When?", **asked).json()["version"]
    assert kept() == {"text": "When?"}

    save(browser, text="When?", draft=version, **asked, **{"poll-options": "Saturday\nSunday"})
    page = browser.get("/discuss/start")
    assert kept()["poll-way"] == "ranked"
    assert page.context["form"].poll["options"].value() == "Saturday\nSunday"
    assert page.context["form"].poll.is_begun
