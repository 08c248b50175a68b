"""What one has begun to write is kept, is nobody else's, and is never overwritten by a form that did not know of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from space.accounts.actions import shut_account
from space.administration.actions import change_setting
from space.discuss.actions import (
    discard_draft,
    edit_post,
    restore_draft,
    save_draft,
    start_topic,
    write_reply,
)
from space.discuss.actions.drafts import SAVES, AlreadySent, Overtaken, forget_old_drafts
from space.discuss.drafts.numbers import DRAFTS_AT_MOST
from space.discuss.models import Draft, Kind, Post
from space.kit import clock


def drafts() -> dict[str, str]:
    """All drafts that have not been discarded, by key."""
    return {one.key: one.data["text"] for one in Draft.objects.for_actions().filter(discarded_at=None)}


def test_each_save_raises_the_version_and_saving_the_same_again_does_not(lena):
    first = save_draft("topic", by=lena, data={"text": "A"})
    again = save_draft("topic", by=lena, data={"text": "A"})
    second = save_draft("topic", by=lena, data={"text": "AB"}, version=first.version)

    assert again.version == first.version
    assert second.version == first.version + 1
    assert drafts() == {"topic": "AB"}


def test_a_tab_that_knows_an_older_version_is_told_and_overwrites_nothing(lena):
    one = save_draft("topic", by=lena, data={"text": "A"}, form=uuid4())
    save_draft("topic", by=lena, data={"text": "A, and more"}, version=one.version, form=uuid4())

    with pytest.raises(Overtaken) as told:
        save_draft("topic", by=lena, data={"text": "A, otherwise"}, version=one.version, form=uuid4())
    assert told.value.theirs.data == {"text": "A, and more"}
    assert drafts() == {"topic": "A, and more"}


def test_a_tab_that_knows_of_no_draft_overwrites_none(lena):
    save_draft("topic", by=lena, data={"text": "From the phone"}, form=uuid4())

    with pytest.raises(Overtaken):
        save_draft("topic", by=lena, data={"text": "From the desk"}, form=uuid4())


def test_a_form_that_did_not_hear_of_its_own_last_save_goes_on(lena):
    form = uuid4()
    save_draft("topic", by=lena, data={"text": "A"}, form=form)

    assert save_draft("topic", by=lena, data={"text": "AB"}, form=form).data == {"text": "AB"}


def test_a_tab_that_knows_the_draft_before_this_one_does_not_take_it_for_its_own(topic, lena):
    key, form = f"reply-{topic.pk}", uuid4()
    old = save_draft(key, by=lena, data={"text": "First"}, form=form)
    write_reply(topic, by=lena, text="First", key=form, draft=old.version)
    save_draft(key, by=lena, data={"text": "Second"}, form=uuid4())

    with pytest.raises(Overtaken):
        save_draft(key, by=lena, data={"text": "First again"}, version=old.version, form=uuid4())


def test_a_reply_takes_its_draft_along_and_no_other(topic, lena, kofi):
    key, form = f"reply-{topic.pk}", uuid4()
    for person in (lena, kofi):
        save_draft(key, by=person, data={"text": "Yes"}, form=form)
    save_draft("topic", by=lena, data={"text": "Another thing"})
    write_reply(topic, by=lena, text="Yes, of course", key=form)

    assert set(Draft.objects.for_actions().values_list("person", "key")) == {
        (kofi.pk, key),
        (lena.pk, "topic"),
    }


def test_what_another_tab_has_kept_stays_when_this_one_is_sent(topic, lena):
    key = f"reply-{topic.pk}"
    save_draft(key, by=lena, data={"text": "A long answer, begun elsewhere"}, form=uuid4())
    write_reply(topic, by=lena, text="Thanks!", key=uuid4(), draft=0)

    assert drafts() == {key: "A long answer, begun elsewhere"}


def test_a_draft_that_could_not_be_sent_stays(topic, amina):
    form = uuid4()
    save_draft(f"reply-{topic.pk}", by=amina, data={"text": "x"}, form=form)
    with pytest.raises(ValidationError):
        write_reply(topic, by=amina, text="https://a.example https://b.example https://c.example", key=form)

    assert drafts() == {f"reply-{topic.pk}": "x"}


@pytest.mark.parametrize(("kind", "key"), [(Kind.CONVERSATION, "topic"), (Kind.QUESTION, "question")])
def test_a_topic_takes_the_draft_of_its_kind_along(questions, lena, kind, key):
    form = uuid4()
    for name in ("topic", "question"):
        save_draft(name, by=lena, data={"text": "Words"}, form=form)
    start_topic(questions, by=lena, title="Where does one begin?", text="Words", kind=kind, key=form)

    assert key not in drafts()
    assert len(drafts()) == 1


def test_a_save_that_comes_after_the_post_makes_no_draft(topic, lena):
    form = uuid4()
    write_reply(topic, by=lena, text="Done.", key=form)

    with pytest.raises(AlreadySent):
        save_draft(f"reply-{topic.pk}", by=lena, data={"text": "Don"}, form=form)
    assert drafts() == {}


def test_a_save_that_comes_after_the_edit_makes_no_draft(topic, lena):
    post, form = Post.objects.for_actions().get(topic=topic), uuid4()
    key = f"edit-{post.pk}"
    save_draft(key, by=lena, data={"text": "Chang"}, form=form)
    edit_post(post, by=lena, text="Changed.", key=form)

    with pytest.raises(AlreadySent):
        save_draft(key, by=lena, data={"text": "Change"}, form=form)
    assert drafts() == {}
    assert save_draft(key, by=lena, data={"text": "Anew"}, form=uuid4()).data == {"text": "Anew"}


def test_a_save_that_comes_after_a_second_edit_of_the_day_makes_no_draft_either(topic, lena):
    post, form = Post.objects.for_actions().get(topic=topic), uuid4()
    edit_post(post, by=lena, text="Changed.", key=uuid4())
    edit_post(post, by=lena, text="Changed again.", key=form)

    with pytest.raises(AlreadySent):
        save_draft(f"edit-{post.pk}", by=lena, data={"text": "Changed ag"}, form=form)
    assert drafts() == {}


def test_a_draft_that_slipped_in_while_its_form_was_sent_is_seen_nowhere(client, topic, lena):
    form = uuid4()
    write_reply(topic, by=lena, text="Done.", key=form)
    Draft.objects.create(person=lena, key=f"reply-{topic.pk}", data={"text": "Don"}, form=form)
    client.force_login(lena)

    assert "Don<" not in client.get(topic.get_absolute_url()).content.decode()
    assert "Nothing is half written" in client.get("/discuss/drafts").content.decode()
    assert forget_old_drafts() == 1


def test_what_is_discarded_can_be_brought_back_for_a_day(lena):
    save_draft("topic", by=lena, data={"text": "A thought"})
    discard_draft("topic", by=lena)
    discard_draft("topic", by=lena)
    assert drafts() == {}
    restore_draft("topic", by=lena)
    assert drafts() == {"topic": "A thought"}

    discard_draft("topic", by=lena)
    with clock.at(timezone.now() + timedelta(hours=25)):
        assert forget_old_drafts() == 1
    assert restore_draft("topic", by=lena) is None


def test_drafts_that_nobody_touches_go_after_half_a_year(lena):
    with clock.at(timezone.now() - timedelta(days=181)):
        save_draft("topic", by=lena, data={"text": "Old"})
    with clock.at(timezone.now() - timedelta(days=179)):
        save_draft("question", by=lena, data={"text": "Not so old"})

    assert forget_old_drafts() == 1
    assert drafts() == {"question": "Not so old"}


def test_what_somebody_began_goes_with_the_account(lena, kofi):
    for person in (lena, kofi):
        save_draft("topic", by=person, data={"text": f"Of {person.name}"})
    shut_account(lena)

    assert forget_old_drafts() == 1
    assert drafts() == {"topic": "Of Kofi Mensah"}


def test_one_person_keeps_so_many_drafts_and_is_told(lena, ada):
    change_setting(DRAFTS_AT_MOST, 2, by=ada)
    for number in (1, 2):
        save_draft(f"reply-{number}", by=lena, data={"text": "Words"})

    with pytest.raises(ValidationError) as refused:
        save_draft("reply-3", by=lena, data={"text": "Words"})
    assert refused.value.code == "too_many"
    assert len(drafts()) == 2


def test_who_saves_without_end_is_slowed_down(lena):
    form = uuid4()
    with clock.at(timezone.now()):
        for number in range(SAVES.uses):
            save_draft("topic", by=lena, data={"text": str(number)}, form=form)
        with pytest.raises(ValidationError) as refused:
            save_draft("topic", by=lena, data={"text": "One more"}, form=form)
    assert refused.value.code == "too_fast"


def test_the_form_under_a_topic_begins_with_the_draft_for_no_query_more(client, topic, lena):
    client.force_login(lena)
    client.get(topic.get_absolute_url())
    with CaptureQueriesContext(connection) as before:
        client.get(topic.get_absolute_url())
    draft = save_draft(f"reply-{topic.pk}", by=lena, data={"text": "Half <b>", "language": "fr", "post": 1})
    with CaptureQueriesContext(connection) as after:
        page = client.get(topic.get_absolute_url()).content.decode()

    assert len(after) <= len(before)

    assert "Half &lt;b&gt;</textarea>" in page
    assert '<option value="fr" selected>' in page
    assert f'name="draft" value="{draft.version}"' in page
    assert "Replying to post 1" in page


def test_nobody_else_is_given_the_draft(client, topic, lena, kofi):
    save_draft(f"reply-{topic.pk}", by=lena, data={"text": "Half written"})
    for person in (None, kofi):
        if person:
            client.force_login(person)
        assert "Half written" not in client.get(topic.get_absolute_url()).content.decode()
        assert "Half written" not in client.get("/discuss/drafts").content.decode()


@pytest.mark.parametrize("address", ["reply", "edit", "start", "ask"])
def test_every_form_begins_with_its_draft(client, topic, lena, address):
    post = Post.objects.for_actions().get(topic=topic)
    keys = {"reply": f"reply-{topic.pk}", "edit": f"edit-{post.pk}", "start": "topic", "ask": "question"}
    args = {"reply": [topic.slug, topic.pk], "edit": [topic.slug, topic.pk, 1]}
    save_draft(keys[address], by=lena, data={"text": "Half written", "title": "Half a title"})
    client.force_login(lena)
    page = client.get(reverse(f"discuss:{address}", args=args.get(address, []))).content.decode()

    assert "Half written</textarea>" in page
    assert ("Half a title" in page) == (address != "reply")


def test_a_quote_is_put_under_what_was_begun(client, topic, lena, kofi):
    save_draft(f"reply-{topic.pk}", by=kofi, data={"text": "Half written"})
    client.force_login(kofi)
    page = client.get(f"{reverse('discuss:reply', args=[topic.slug, topic.pk])}?quote=1").content.decode()

    assert "Half written\n\n&gt; @Lena Müller" in page
