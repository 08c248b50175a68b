from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from space.accounts.wiki.actions.naming import take_name
from space.discuss.actions import (
    close_topic,
    edit_post,
    make_tag,
    mark_read,
    reopen_topic,
    start_topic,
    write_reply,
)
from space.discuss.models import Mention, Post, ReadMark, Revision, Topic
from space.kit import clock
from space.moderation.models import LogEntry
from space.testing.rooms import say


def fresh(topic):
    return Topic.objects.for_actions().get(pk=topic.pk)


def reply_form(topic, text="A useful answer.", **more):
    return reverse("discuss:reply", args=[topic.slug, topic.pk]), {"text": text, "key": str(uuid4()), **more}


def test_a_member_starts_a_topic_by_the_form(client, questions, lena, ada):
    make_tag("maps", by=ada), make_tag("scans", by=ada)
    client.force_login(lena)
    data = {
        "title": "Which scanner for old maps?",
        "text": "A0 sheets.",
        "category": questions.pk,
        "tags": "maps, #Scans",
    }
    response = client.post("/discuss/start", {**data, "key": uuid4()})

    topic = Topic.objects.for_actions().get()
    assert response.url == topic.get_absolute_url()
    assert sorted(tag.name for tag in topic.tags.all()) == ["maps", "scans"]
    assert (topic.posts_count, topic.highest_number) == (1, 1)


def test_a_reply_by_the_form_leads_to_the_new_post(client, topic, kofi):
    client.force_login(kofi)
    response = client.post(*reply_form(topic))

    assert response.url == f"{topic.get_absolute_url()}#p2"
    assert fresh(topic).posts_count == 2
    assert fresh(topic).people == [topic.author_id, kofi.pk]


def test_a_form_sent_twice_makes_one_post(client, topic, kofi):
    client.force_login(kofi)
    form = reply_form(topic)
    first, second = client.post(*form), client.post(*form)

    assert first.url == second.url
    assert fresh(topic).posts_count == 2


def test_a_topic_form_sent_twice_makes_one_topic(client, questions, lena):
    client.force_login(lena)
    data = {
        "title": "Which scanner for old maps?",
        "text": "A0 sheets.",
        "category": questions.pk,
        "key": str(uuid4()),
    }
    first, second = client.post("/discuss/start", data), client.post("/discuss/start", data)

    assert first.url == second.url
    assert Topic.objects.for_actions().count() == 1


def test_a_reply_to_a_closed_topic_comes_back_with_its_text_and_the_reason(client, topic, kofi, rosa):
    close_topic(topic, by=rosa)
    client.force_login(kofi)
    response = client.post(*reply_form(topic, "I was too late, but wrote much."))

    assert response.status_code == 422
    page = response.content.decode()
    assert "I was too late, but wrote much." in page
    assert "This topic is closed." in page


def test_who_is_signed_out_meanwhile_keeps_the_text(client, topic):
    response = client.post(*reply_form(topic, "Written for an hour."))

    assert response.status_code == 422
    assert "Written for an hour." in response.content.decode()
    assert fresh(topic).posts_count == 1


def test_who_writes_too_fast_is_told_when_and_keeps_the_text(client, topic, kofi):
    client.force_login(kofi)
    client.post(*reply_form(topic))
    response = client.post(*reply_form(topic, "And another thing."))

    assert response.status_code == 422
    page = response.content.decode()
    assert "You can go on in" in page
    assert "And another thing." in page


def test_a_suspended_person_reads_but_cannot_write(client, topic, viktor):
    client.force_login(viktor)

    assert client.get(topic.get_absolute_url()).status_code == 200
    assert client.post(*reply_form(topic)).status_code == 422
    assert fresh(topic).posts_count == 1


def test_newcomers_meet_the_link_limit_kindly_but_wiki_links_are_free(topic, amina):
    with pytest.raises(ValidationError) as refused:
        write_reply(topic, by=amina, text="https://a.example https://b.example https://c.example")
    write_reply(topic, by=amina, text="[[w:Archive]] [[c:File:Map.jpg]] [[m:Grants]] help.")

    assert refused.value.code == "too_many_links"


def test_a_mention_of_a_name_with_spaces_is_a_link_and_a_row(topic, kofi):
    post = write_reply(topic, by=kofi, text="Thank you @Lena Müller for asking.")

    assert 'href="/people/Lena_M%C3%BCller/"' in post.html
    assert Mention.objects.get().person == topic.author


def test_a_mention_by_a_former_name_leads_to_who_had_it(topic, kofi):
    take_name(topic.author, "Lena Schmidt")
    post = write_reply(topic, by=kofi, text="Thank you @Lena Müller for asking.")

    assert 'href="/people/Lena_Schmidt/"' in post.html
    assert Mention.objects.get().person == topic.author


def test_an_author_edits_and_the_old_text_is_kept(topic):
    post = Post.objects.for_actions().get(topic=topic)
    with clock.at(timezone.now() + timedelta(minutes=6)):
        edit_post(post, by=topic.author, text="The archive has opened.")
    with clock.at(timezone.now() + timedelta(minutes=7)):
        edited = edit_post(post, by=topic.author, text="The archive has opened.")

    assert edited.source == "The archive has opened."
    assert [r.source for r in Revision.objects.all()] == [post.source]


def test_the_first_minutes_make_no_version(topic):
    post = Post.objects.for_actions().get(topic=topic)
    edit_post(
        post, by=topic.author, text="The archive opens twice a week.", title="How do you check paper sources?"
    )

    assert not Revision.objects.exists()
    assert fresh(topic).title == "How do you check paper sources?"
    assert fresh(topic).slug == "how-do-you-check-paper-sources"


def test_a_moderators_edit_is_logged_and_keeps_the_authors_words(topic, rosa):
    post = Post.objects.for_actions().get(topic=topic)
    edit_post(post, by=rosa, text="[Phone number removed] What do you do?")

    assert LogEntry.objects.filter(what="post-edited", by=rosa).count() == 1
    assert Revision.objects.get().by == rosa


def test_closing_twice_is_closing_once_and_reopening_is_logged(topic, rosa):
    close_topic(topic, by=rosa, reason="Solved")
    close_topic(topic, by=rosa, reason="Solved")
    reopened = reopen_topic(topic, by=rosa)

    assert not reopened.is_closed
    codes = list(
        LogEntry.objects.filter(thing_kind="discuss.topic").order_by("pk").values_list("what", flat=True)
    )
    assert codes == ["topic-closed", "topic-reopened"]


def test_a_moderator_closes_a_topic_on_its_page(client, topic, rosa):
    client.force_login(rosa)
    response = client.post(reverse("discuss:close", args=[topic.pk]), {"reason": "Solved"})

    assert response.url == topic.get_absolute_url()
    assert fresh(topic).is_closed


def test_htmx_gets_the_changed_piece_alone(client, topic, rosa):
    client.force_login(rosa)
    response = client.post(
        reverse("discuss:close", args=[topic.pk]), {"reason": "Solved"}, headers={"HX-Request": "true"}
    )

    assert response.status_code == 200
    assert response.content.decode().strip().startswith('<div id="closing"')


@pytest.mark.parametrize("who", ["amina", "lena", "kofi"])
def test_members_cannot_close_what_others_began(client, request, topic, who):
    client.force_login(request.getfixturevalue(who))

    assert client.post(reverse("discuss:close", args=[topic.pk])).status_code == 403
    assert not fresh(topic).is_closed


def test_reading_is_noticed_by_the_beacon(client, topic, kofi):
    client.force_login(kofi)
    response = client.post(reverse("discuss:seen", args=[topic.pk]), {"number": "1"})

    assert response.status_code == 204
    assert ReadMark.objects.get(person=kofi).number == 1


def test_without_a_script_the_next_request_tells_what_was_read(client, topic, kofi):
    client.force_login(kofi)
    client.get(topic.get_absolute_url())
    assert not ReadMark.objects.filter(person=kofi).exists()

    client.get("/discuss/")
    assert ReadMark.objects.get(person=kofi).number == 1


def test_a_read_mark_never_goes_back(topic, kofi, lena):
    say(topic, (lena, "One more thought."), (lena, "And a last one."))
    mark_read(topic, kofi, 3)
    mark_read(topic, kofi, 1)

    assert ReadMark.objects.get(person=kofi).number == 3


def test_the_preview_shows_the_text_and_keeps_it(client, topic, kofi):
    client.force_login(kofi)
    address, data = reply_form(topic, "Some **bold** words.")
    page = client.post(address, {**data, "preview": "1"}).content.decode()

    assert "<strong>bold</strong>" in page
    assert "Some **bold** words." in page
    assert fresh(topic).posts_count == 1


def test_a_topic_that_closes_while_one_writes_takes_no_reply(topic, kofi, rosa):
    seen = Topic.objects.for_actions().select_related("closure").get(pk=topic.pk)
    close_topic(topic, by=rosa)

    with pytest.raises(ValidationError) as refused:
        write_reply(seen, by=kofi, text="In the very same moment.")
    assert refused.value.code == "closed"
    assert fresh(topic).posts_count == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("AC/DC", "acdc"), ("../../x", "x"), ("<i>x</i>", "ixi"), ("..", None), ("#سقف", "سقف")],
)
def test_a_tag_holds_nothing_that_has_a_meaning_in_addresses(client, questions, lena, typed, kept):
    topic = start_topic(questions, by=lena, title="A title with a tag", text="Words.", tags=[typed])

    assert [tag.name for tag in topic.tags.all()] == ([kept] if kept else [])
    assert client.get("/discuss/").status_code == client.get(topic.get_absolute_url()).status_code == 200


def test_who_cannot_write_is_told_why_instead_of_shown_a_form(client, topic, viktor, kofi, rosa):
    client.force_login(viktor)
    page = client.get("/discuss/start").content.decode()
    assert "You cannot write for now." in page
    assert "<textarea" not in page

    close_topic(topic, by=rosa)
    client.force_login(kofi)
    page = client.get(reverse("discuss:reply", args=[topic.slug, topic.pk])).content.decode()
    assert "This topic is closed." in page
    assert "<textarea" not in page


def test_a_text_that_is_too_long_comes_back_whole(client, topic, kofi):
    client.force_login(kofi)
    long = "A word. " * 5000
    response = client.post(*reply_form(topic, long))

    assert response.status_code == 422
    assert long.strip() in response.content.decode()
    assert "maxlength" not in client.get(topic.get_absolute_url()).content.decode()
