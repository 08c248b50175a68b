"""Words that stand beside something else: each place meets each kind of watched word, and none keeps anything back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.tests.people import sign_up
from space.archives.actions.files import keep_attachments
from space.archives.mail.letters import Attachment
from space.blog.actions.crediting import Said, add_picture, credit_picture, receive
from space.blog.actions.describing import About, Named, describe_story
from space.blog.actions.gating import is_away
from space.blog.actions.steps import take_step
from space.blog.actions.writing import save_text, words_of
from space.blog.models import Story
from space.discuss.actions import (
    change_topic,
    close_topic,
    delete_post,
    delete_topic,
    move_posts,
    split_topic,
    start_topic,
    write_reply,
)
from space.discuss.models import Category
from space.discuss.steering.chosen import Chosen
from space.events.actions import add_event
from space.events.actions.importing import import_calendar
from space.events.actions.templating import keep_template, rename_template
from space.groups.actions import admit
from space.groups.models import Group, Joining, Role
from space.kit import clock
from space.limits.models import Bucket
from space.membership.actions import ask_to_join, decide_request, take_out
from space.membership.models import GroupDeed, JoinRequest
from space.messages.actions import begin_message
from space.moderation.actions import ask_approval
from space.moderation.models import LogEntry
from space.review.models import Case, Flag, WatchedSaying
from space.testing.events import TRAINING
from space.uploads.actions import keep_file
from space.uploads.tests.makers import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]
TEXT = "Tell us which of the old maps is yours, and where you found it."
World = SimpleNamespace


@pytest.fixture
def world(
    questions: Category,
    hideout: Category,
    circle: Group,
    published: Story,
    lena: User,
    kofi: User,
    elena: User,
) -> World:
    admit(circle, kofi, role=Role.OWNER)
    Bucket.objects.all().delete()
    inside = start_topic(hideout, by=kofi, title="Maps of the cellar", text=TEXT)
    write_reply(inside, by=kofi, text="The oldest one hangs in the archive.")
    sent = receive(ContentFile(picture()), Said(author="Lena"), by=lena, name="well.png", alt="A well")
    return World(
        topic=start_topic(questions, by=lena, title="Old maps of the town", text=TEXT),
        room=questions,
        hideout=hideout,
        inside=inside,
        circle=circle,
        story=published,
        upload=add_picture(published, sent, by=lena),
        lena=lena,
        kofi=kofi,
        elena=elena,
    )


def a_tag(w: World, word: str) -> str:
    return change_topic(w.topic, by=w.lena, tags=["maps", word]).tags.exclude(name="maps").get().name


def a_tag_of_a_new_topic(w: World, word: str) -> str:
    begun = start_topic(w.room, by=w.lena, title="Which old maps?", text=TEXT, tags=[word])
    return begun.tags.get().name


def a_tag_of_an_event(w: World, word: str) -> str:
    said = {"title": "An evening of maps", "text": TEXT, "language": "en"}
    return add_event(TRAINING, by=w.lena, tags=[word], **said).topic.tags.get().name


def a_tag_of_a_story(w: World, word: str) -> str:
    return describe_story(w.story, About(tags=[word]), by=w.lena).tags.get().name


def a_guest_author(w: World, word: str) -> str:
    named = [Named(w.lena), Named(name=f"{word} Maria")]
    return describe_story(w.story, About(authors=named), by=w.lena).authors.get(person=None).name


def what_a_file_shows(w: World, word: str) -> str:
    return keep_file(ContentFile(picture("PNG", (50, 50))), by=w.lena, name="x.png", alt=word).alt


def the_name_of_a_file(w: World, word: str) -> str:
    return keep_file(ContentFile(picture("PNG", (50, 50))), by=w.lena, name=f"{word}.png").name


def a_credit_of_what_is_sent(w: World, word: str) -> str:
    said = Said(author=word)
    return receive(ContentFile(picture("PNG", (50, 50))), said, by=w.lena, name="x.png").said.author


def a_credit(w: World, word: str) -> str:
    return credit_picture(
        w.story, w.upload, Said(author="Lena", description=word), by=w.lena, alt="A well"
    ).description


def what_a_picture_of_a_story_shows(w: World, word: str) -> str:
    credit_picture(w.story, w.upload, Said(author="Lena"), by=w.lena, alt=word)
    w.upload.refresh_from_db()
    return str(w.upload.alt)


def why_a_story_is_taken_back(w: World, word: str) -> str:
    return take_step(w.story, "unpublish", by=w.elena, reason=word).corrections.get().note


def a_template_of_a_category(w: World, word: str) -> str:
    return keep_template({}, by=w.kofi, name=word, category=w.hideout).name


def another_name_of_a_template(w: World, word: str) -> str:
    template = keep_template({}, by=w.kofi, name="Evening", category=w.hideout)
    rename_template(template, by=w.kofi, name=word)
    return type(template).objects.for_actions().get(pk=template.pk).name


def the_name_of_a_calendar(w: World, word: str) -> str:
    empty = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
    return import_calendar(empty, by=w.lena, name=word).source.name


def why_somebody_is_not_let_in(w: World, word: str) -> str:
    asked = ask_to_join(w.circle, by=w.lena, words="", answers=[])
    return decide_request(asked, accept=False, by=w.kofi, reason=word).reason


def why_somebody_is_taken_out(w: World, word: str) -> str:
    admit(w.circle, w.lena)
    take_out(w.circle, w.lena, by=w.kofi, reason=word)
    return GroupDeed.objects.filter(group=w.circle).first().words


def why_a_topic_is_closed(w: World, word: str) -> str:
    return close_topic(w.inside, by=w.kofi, reason=word).closure.reason


def why_a_topic_is_deleted(w: World, word: str) -> str:
    return delete_topic(w.inside, by=w.kofi, reason=word).deletion.reason


def why_a_reply_is_deleted(w: World, word: str) -> str:
    return delete_post(w.inside.posts.get(number=2), by=w.kofi, reason=word).deletion.reason


def why_posts_are_moved(w: World, word: str) -> str:
    into = start_topic(w.hideout, by=w.kofi, title="Older maps", text=TEXT)
    move_posts(w.inside, Chosen.of("2"), into, by=w.kofi, reason=word)
    return LogEntry.objects.get(what="topic-parted").reason.text


def what_is_split_is_called(w: World, word: str) -> str:
    return split_topic(w.inside, Chosen.of("2"), by=w.kofi, category=w.hideout, title=word).title


def an_answer_of_who_asks_to_join(w: World, word: str) -> str:
    return str(ask_to_join(w.circle, by=w.lena, words="", answers=[("Why?", word)]).answers[0][1])


def one_s_own_template(w: World, word: str) -> str:
    return keep_template({}, by=w.lena, name=word).name


PLACES: list[Callable[[World, str], str]] = [
    a_tag,
    a_tag_of_a_new_topic,
    a_tag_of_an_event,
    a_tag_of_a_story,
    a_guest_author,
    what_a_file_shows,
    the_name_of_a_file,
    a_credit_of_what_is_sent,
    a_credit,
    what_a_picture_of_a_story_shows,
    why_a_story_is_taken_back,
    a_template_of_a_category,
    another_name_of_a_template,
    the_name_of_a_calendar,
    why_somebody_is_not_let_in,
    why_somebody_is_taken_out,
    why_a_topic_is_closed,
    why_a_topic_is_deleted,
    why_a_reply_is_deleted,
    why_posts_are_moved,
    what_is_split_is_called,
]


def tried(place: Callable[[World, str], str], w: World, word: str) -> str:
    """What stands there then, or how it is refused. Nothing of it stays."""
    Bucket.objects.all().delete()
    try:
        with transaction.atomic():
            said = place(w, word)
            transaction.set_rollback(True)
            return said.lower()
    except ValidationError as error:
        of_fields = getattr(error, "error_dict", {"": getattr(error, "error_list", [])})
        return str(next(iter(of_fields.values()))[0].code)


def test_each_place_refuses_replaces_and_lets_nothing_wait(world: World) -> None:
    found = {
        place.__name__: [tried(place, world, word) for word in ("Blasted", "Bingo", "Gosh")]
        for place in PLACES
    }
    wrong = {
        name: said
        for name, said in found.items()
        if said[:2] != ["watched_word", "held"] or not said[2].startswith("oh")
    }
    assert wrong == {}


def test_who_decides_reads_what_would_wait_and_of_oneself_alone_nothing_is_asked(world: World) -> None:
    asked = [tried(an_answer_of_who_asks_to_join, world, word) for word in ("Blasted", "Bingo", "Gosh")]
    assert asked == ["watched_word", "bingo", "oh"]
    own = [tried(one_s_own_template, world, word) for word in ("Blasted", "Bingo", "Gosh")]
    assert own == ["blasted", "bingo", "gosh"]


def test_a_flag_is_put_on_what_moderators_find_again(world: World, rosa: User) -> None:
    desk = Client()
    desk.force_login(rosa)
    a_credit(world, "A lamp")
    why_a_story_is_taken_back(world, "A lamp burns.")
    cases = list(Case.objects.for_actions().filter(decided_at=None).order_by("pk"))
    assert [WatchedSaying.objects.get(pk=case.thing_id).where for case in cases] == ["credit", "story"]
    pages = [desk.get(case.get_absolute_url()).content.decode() for case in cases]
    assert ["A lamp" in page and "Agree and hide" not in page for page in pages] == [True, True]
    why_somebody_is_not_let_in(world, "A lamp is missing.")
    inside = Case.objects.for_actions().get(group=world.circle)
    assert desk.get(inside.get_absolute_url()).status_code == 404
    a_template_of_a_category(world, "A lamp")
    named = Case.objects.for_actions().latest("pk")
    admit(world.circle, world.lena, role=Role.MODERATOR)
    leader = Client()
    leader.force_login(world.lena)
    assert "A lamp" in leader.get(named.get_absolute_url()).content.decode()
    assert (named.group, named.category) == (world.circle, world.hideout)
    assert desk.get(named.get_absolute_url()).status_code == 404
    what_a_file_shows(world, "A lamp")
    assert Flag.objects.count() == 4


def flagged(place: Callable[[World, str], str], w: World) -> list[str]:
    """What of gets a flag of the machine, and the word. Nothing of it stays."""
    Bucket.objects.all().delete()
    with transaction.atomic():
        place(w, "Lamp")
        found = [(one.case.thing_kind, one.words) for one in Flag.objects.filter(rule="watched-word")]
        transaction.set_rollback(True)
    return [f"{kind} {told}" for kind, told in found]


def a_file_in_a_post(w: World, word: str) -> str:
    upload = keep_file(ContentFile(picture("PNG", (50, 50))), by=w.lena, name="x.png", alt=word)
    write_reply(w.topic, by=w.lena, text=f"It is this one. ![One]({upload.reference})")
    return upload.alt


def a_file_in_a_message(w: World, word: str) -> str:
    upload = keep_file(ContentFile(picture("PNG", (50, 50))), by=w.lena, name="x.png", alt=word)
    begin_message(people=[w.kofi], by=w.lena, title="Look", text=f"![One]({upload.reference})")
    return upload.alt


def a_picture_of_a_story(w: World, word: str) -> str:
    said = Said(author=word)
    sent = receive(ContentFile(picture("PNG", (50, 50))), said, by=w.lena, name="x.png", alt=word)
    return add_picture(w.story, sent, by=w.lena).alt


FLAGGED = {
    a_tag: ["review.watchedsaying lamp"],
    a_tag_of_a_new_topic: ["discuss.post lamp"],
    a_tag_of_an_event: ["discuss.post lamp"],
    a_tag_of_a_story: ["review.watchedsaying lamp"],
    what_a_file_shows: [],
    a_file_in_a_post: ["uploads.upload lamp"],
    a_file_in_a_message: [],
    a_picture_of_a_story: ["review.watchedsaying lamp", "uploads.upload lamp"],
    a_template_of_a_category: ["review.watchedsaying lamp"],
    the_name_of_a_calendar: [],
    why_a_topic_is_closed: ["review.watchedsaying lamp"],
}


def test_what_others_read_gets_the_flag_and_what_is_between_two_none(world: World) -> None:
    assert {place: flagged(place, world) for place in FLAGGED} == FLAGGED


def test_whose_texts_wait_anyway_can_send_a_picture(world: World, rosa: User, lena: User) -> None:
    world.lena = ask_approval(lena, until=clock.now() + timedelta(days=1), by=rosa, reason="So.")
    assert what_a_file_shows(world, "A map") == "A map"
    assert a_tag(world, "cellars") == "cellars"


def test_what_an_archive_or_commons_calls_a_file_is_asked_of_nobody(lena: User) -> None:
    files = keep_attachments([Attachment("blasted.png", "image/png", picture())], by=lena)
    assert [file.name for file in files] == ["blasted.png"]


def test_why_a_shared_draft_was_changed_waits_with_it(in_review: Story, lena: User) -> None:
    def saved(title: str, note: str) -> str:
        original = in_review.original()
        said = replace(words_of(original.current), title=title)
        return str(save_text(original, said, by=lena, note=note).current.note)

    assert (saved("Une autre foire", "Gosh, the title"), is_away(in_review)) == ("oh, the title", False)
    with pytest.raises(ValidationError, match="blasted"):
        saved("La foire", "Blasted title")
    assert (saved("La foire", "Bingo"), is_away(in_review)) == ("Bingo", True)


def test_forms_come_back_with_the_reason_and_what_was_typed(world: World, circle: Group, kofi: User) -> None:
    circle.is_listed, circle.joining = True, Joining.REQUEST
    circle.save()
    asks, leads = Client(), Client()
    asks.force_login(world.lena)
    leads.force_login(kofi)
    sent = [
        asks.post(reverse("groups:ask", args=[circle.slug]), {"words": "Blasted maps"}),
        asks.post(
            reverse("uploads:send"),
            {"file": SimpleUploadedFile("x.png", picture("PNG", (50, 50))), "alt": "Blasted maps"},
        ),
        asks.post(
            reverse("blog:credit", args=[world.story.pk, world.upload.pk]),
            {"author": "Blasted maps", "alt": "A well", "licence": "CC0"},
        ),
    ]
    asked = JoinRequest.objects.create(group=circle, by=world.lena)
    refusing = {"decision": "no", "reason": "Blasted maps"}
    sent.append(leads.post(reverse("groups:decide", args=[circle.slug, asked.pk]), refusing))
    many = {"do": "close", "topic": [world.inside.pk], "reason": "Blasted maps"}
    sent += [
        leads.post(reverse("discuss:close", args=[world.inside.pk]), {"reason": "Blasted maps"}),
        leads.post(world.hideout.get_absolute_url(), many),
    ]
    assert [answer.status_code for answer in sent] == [422] * 6
    for answer in sent:
        page = answer.content.decode()
        assert "“blasted” is not written here" in page
        assert "Blasted maps" in page


def test_a_name_with_a_watched_word_is_not_taken(client: Client) -> None:
    told = {
        "Blasted Maria": "“blasted” is not written here",
        "Maria Bingo": "cannot wait for a moderator",
        "Gosh Maria": "has a word that is not written here",
    }
    for name, words in told.items():
        answer = sign_up(client, name)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert f'value="{name}"' in answer.content.decode()
    assert not LogEntry.objects.filter(what="gate-replaced").exists()
    assert sign_up(client, "Maria of the lamp").status_code == 302
    assert User.objects.filter(name="Maria of the lamp@local").exists()
