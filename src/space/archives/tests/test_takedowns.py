import re
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.archives.actions import ask_takedown, decline, redact
from space.archives.models import ArchivedMessage, Decision, TakedownRequest
from space.discuss.models import Post, Topic
from space.moderation.models import LogEntry
from space.notifications.models import Letter


@pytest.fixture
def beans(bring) -> Topic:
    bring("seedlist-2004-March.txt", "seedlist-2004-April.txt")
    return Topic.objects.for_actions().get(title="Which beans for dry ground?")


@pytest.fixture
def asked(beans) -> TakedownRequest:
    message = ArchivedMessage.objects.for_actions().get(post__topic=beans, post__number=2)
    return ask_takedown(
        message, who="address:x", by=None, words="I wrote it.", contact="pavel@orchard.example", key=uuid4()
    )


def given(number: int = 2, **more: str) -> dict[str, str]:
    return {"number": str(number), "words": "I wrote it.", "contact": "", "key": str(uuid4()), **more}


def test_every_archived_page_says_where_it_is_from_and_offers_to_take_it_down(client, beans):
    page = client.get(beans.get_absolute_url()).content.decode()
    assert "mailing list Seed list" in page
    assert reverse("archives:takedown", args=[beans.pk]) in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_page_of_another_topic_offers_nothing_of_the_kind(client, topic):
    assert "takedown" not in client.get(topic.get_absolute_url()).content.decode()
    assert client.get(reverse("archives:takedown", args=[topic.pk])).status_code == 404


def test_anybody_can_ask_and_the_administrators_hear_of_it(client, beans, ada):
    ada.email = "ada@space.example"
    ada.save()
    response = client.post(reverse("archives:takedown", args=[beans.pk]), given())
    assert response.status_code == 200
    assert TakedownRequest.objects.get().message.post.number == 2
    assert Letter.objects.get().person == ada


def test_a_form_sent_twice_makes_one_request(client, beans):
    form = given()
    for _ in range(2):
        client.post(reverse("archives:takedown", args=[beans.pk]), form)
    assert TakedownRequest.objects.count() == 1


def test_whoever_asks_too_often_is_told_so_and_keeps_the_text(client, beans):
    url = reverse("archives:takedown", args=[beans.pk])
    for _ in range(5):
        assert client.post(url, given()).status_code == 200
    response = client.post(url, given(words="The sixth one."))
    assert response.status_code == 422
    assert "The sixth one." in response.content.decode()


def test_a_post_that_is_not_there_gives_the_form_back(client, beans):
    response = client.post(
        reverse("archives:takedown", args=[beans.pk]), given(number=99, words="Where is it?")
    )
    assert response.status_code == 422
    assert "Where is it?" in response.content.decode()
    assert not TakedownRequest.objects.exists()


def test_only_administrators_see_the_requests(client, asked, ada, rosa):
    url = reverse("archives:takedowns")
    assert client.get(url).status_code == 403
    client.force_login(rosa)
    assert client.get(url).status_code == 403
    client.force_login(ada)
    assert "I wrote it." in client.get(url).content.decode()


def test_a_redacted_message_loses_its_words_but_not_its_place(client, asked, ada, bring):
    client.force_login(ada)
    client.post(
        reverse("archives:decide", args=[asked.pk]), {"decision": "redact", "reason": "Its author asked"}
    )
    post = Post.objects.for_actions().get(pk=asked.message.post_id)
    assert (post.source, post.html, post.number) == ("", "<p>[…]</p>", 2)
    asked.refresh_from_db()
    assert (asked.decision, asked.decided_by, asked.contact) == (Decision.REDACTED, ada, "")
    entry = LogEntry.objects.get(what="post-blanked")
    assert (entry.by, entry.reason.text) == (ada, "Its author asked")
    assert bring("seedlist-2004-March.txt").imported == 0


def test_a_decision_needs_a_reason_and_is_made_once(client, asked, ada):
    client.force_login(ada)
    url = reverse("archives:decide", args=[asked.pk])
    assert client.post(url, {"decision": "redact", "reason": ""}).status_code == 422
    decline(asked, by=ada, reason="Nothing private in it")
    redact(asked, by=ada, reason="Changed my mind")
    assert Post.objects.for_actions().get(pk=asked.message.post_id).source


def test_nobody_but_administrators_decides(client, asked, rosa):
    client.force_login(rosa)
    url = reverse("archives:decide", args=[asked.pk])
    assert client.post(url, {"decision": "redact", "reason": "x"}).status_code == 403


def test_the_permalink_leads_to_the_post_and_the_whole_text(client, beans):
    message = ArchivedMessage.objects.for_actions().get(post__topic=beans, post__number=2)
    response = client.get(message.get_absolute_url())
    assert response.url == f"{beans.get_absolute_url()}#p2"
    whole = client.get(reverse("archives:whole", args=[message.key.lower()]))
    assert whole["Content-Type"] == "text/plain; charset=utf-8"
    assert "four fingers deep" in whole.content.decode()


def test_a_message_in_a_closed_group_has_no_permalink_for_others(client, beans, circle):
    message = ArchivedMessage.objects.for_actions().filter(post__topic=beans)[0]
    Topic.objects.for_actions().filter(pk=beans.pk).update(audience="group", group=circle)
    assert client.get(message.get_absolute_url()).status_code == 404
    assert client.get(reverse("archives:takedown", args=[beans.pk])).status_code == 404


def test_the_limit_holds_for_the_action_itself(beans):
    message = ArchivedMessage.objects.for_actions().filter(post__topic=beans)[0]
    more = {"who": "address:y", "by": None, "words": "x", "contact": ""}
    for _ in range(5):
        ask_takedown(message, key=uuid4(), **more)
    with pytest.raises(ValidationError) as refused:
        ask_takedown(message, key=uuid4(), **more)
    assert refused.value.code == "too_fast"


def test_an_administrator_finds_the_requests_and_decides_by_the_form_of_the_page(asked, beans, ada):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada)
    assert reverse("archives:takedowns") in browser.get(beans.get_absolute_url()).content.decode()

    page = browser.get(reverse("archives:takedowns")).content.decode()
    form = page[page.index(reverse("archives:decide", args=[asked.pk])) :]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    decided = {"decision": "redact", "reason": "The author asked.", "csrfmiddlewaretoken": token}
    assert browser.post(reverse("archives:decide", args=[asked.pk]), decided).status_code == 302
    asked.refresh_from_db()
    assert asked.decision == Decision.REDACTED
