"""A group takes questions from everybody: asking it, answering for it, and what becomes of both."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.discuss.actions import choose_answer, start_topic, write_reply
from space.discuss.actions.asking import hide_marks, mark, remind_waiting, stop_questions, take_questions
from space.discuss.models import Asking, Audience, Draft, Following, Kind, Level, Post, Topic
from space.groups.actions import admit, dismiss, found_group
from space.groups.models import Role
from space.kit import clock
from space.membership.actions import bury, change_group, close_group, delete_group
from space.moderation.actions import penalise
from space.moderation.models import LogEntry, Measure
from space.testing.telling import told

ABOUT = "Everything about seeds, and how to lend them."
ASKED = "Ada asks a group of yours"


@pytest.fixture
def garden(lena, kofi, questions):
    group = found_group(slug="garden", name="Garden", by=lena, language="en")
    admit(group, kofi)
    take_questions(group, by=lena, about=ABOUT, category=questions)
    return group


@pytest.fixture
def question(garden, questions, ada):
    return start_topic(
        questions,
        by=ada,
        title="Which seeds can I lend?",
        text="I have a balcony and no idea.",
        language="en",
        kind=Kind.QUESTION,
        asked=garden,
    )


def of(name, *more):
    return reverse(f"discuss:{name}", args=["garden", *more])


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def answers(topic):
    posts = Post.objects.for_actions().filter(topic=topic, number__gt=1).order_by("number")
    return [post.answers_for_id is not None for post in posts]


def reply(client, topic, text, **more):
    with later():
        return client.post(reverse("discuss:reply", args=[topic.slug, topic.pk]), {"text": text, **more})


def chosen(client, topic):
    """For whom one answers, as the form under a topic has it to begin with."""
    shown = page(client, topic.get_absolute_url())
    return re.search(r'name="for_group".*?value="(\w+)" selected', shown, re.DOTALL)[1]


def later():
    """A minute after all that was said, as people write."""
    return clock.at(Post.objects.for_actions().latest("created_at").created_at + timedelta(minutes=1))


def asks(garden, questions, person, title):
    with clock.at(clock.now() + timedelta(hours=Topic.objects.for_actions().count())):
        return start_topic(
            questions, by=person, title=title, text="I do not know.", kind=Kind.QUESTION, asked=garden
        )


def test_somebody_asks_a_group_in_public_and_its_members_hear_of_it(client, garden, questions, ada, kofi):
    client.force_login(ada)
    form = page(client, of("ask_group"))
    assert ABOUT in form
    assert "anyone can read them" in form
    assert 'name="category"' not in form

    said = {"title": "Which seeds can I lend?", "text": "I have a balcony and no idea."}
    response = client.post(of("ask_group"), said)
    topic = Topic.objects.for_actions().get()
    assert response.url == topic.get_absolute_url()
    assert (topic.kind, topic.audience, topic.category) == (Kind.QUESTION, Audience.PUBLIC, questions)
    assert topic.asked == garden
    assert told(kofi) == [ASKED]
    assert told(ada) == []


def test_everybody_finds_what_waits_and_what_is_answered(client, garden, question, questions, ada, kofi):
    other = asks(garden, questions, ada, "When do you meet?")
    choose_answer(write_reply(other, by=kofi, text="On Sundays at ten."), by=ada)

    shown = page(client, garden.get_absolute_url())
    assert shown.index("Waiting for an answer") < shown.index("Which seeds") < shown.index("When do you meet")
    assert page(client, of("questions")).count("data-item") == 2
    waiting = page(client, f"{of('questions')}?show=waiting")
    assert "Which seeds" in waiting
    assert "When do you meet" not in waiting
    answered = page(client, f"{of('questions')}?show=answered")
    assert "Which seeds" not in answered
    assert "When do you meet" in answered
    assert page(client, f"{of('questions')}?show=rainbows&before=x").count("data-item") == 2


def test_the_topic_and_its_row_say_who_is_asked(client, garden, question):
    named = f'href="{of("questions")}"'
    assert named in page(client, question.get_absolute_url())
    assert named in page(client, reverse("discuss:latest"))


def test_a_member_answers_for_the_group_or_for_themselves(client, garden, question, kofi, lena):
    client.force_login(kofi)
    assert chosen(client, question) == "yes"
    reply(client, question, "Lettuce is easy to begin with.", for_group="yes")
    reply(client, question, "I myself like beans more.", for_group="no")
    assert answers(question) == [True, False]

    client.logout()
    shown = page(client, question.get_absolute_url())
    assert shown.count("Answers for") == 1
    assert shown.index('id="p2"') < shown.index("Answers for") < shown.index('id="p3"')


def test_nobody_else_answers_for_the_group(client, garden, question, topic, rosa, kofi):
    client.force_login(rosa)
    assert "for_group" not in page(client, question.get_absolute_url())
    reply(client, question, "I am sure that they lend tulips.", for_group="yes")
    client.force_login(kofi)
    reply(client, topic, "Here nobody asked the garden.", for_group="yes")
    assert answers(question) == [False]
    assert answers(topic) == [False]
    dismiss(garden, kofi)
    reply(client, question, "I was here a moment ago.", for_group="yes")
    assert answers(question) == [False, False]


def test_an_author_says_later_for_whom_they_wrote_and_who_leads_can_object(
    client, question, kofi, lena, rosa
):
    post = write_reply(question, by=kofi, text="Lettuce is easy to begin with.")
    to_mark, to_unmark = (
        reverse(f"discuss:{name}", args=[question.slug, question.pk, 2])
        for name in ("answer_for", "answer_for_self")
    )
    client.force_login(lena)
    assert client.post(to_mark).status_code == 403
    client.force_login(kofi)
    more = page(client, reverse("discuss:more", args=[question.slug, question.pk, 2]))
    assert "This answers for the group that was asked" in more
    assert client.post(to_mark).url.endswith("#p2")
    assert answers(question) == [True]

    client.force_login(lena)
    client.post(to_unmark)
    assert answers(question) == [False]
    line = LogEntry.objects.get(what="answer-not-for-group")
    assert (line.by, line.thing_id) == (lena, post.pk)


def test_who_leaves_takes_their_own_mark_away_and_sets_no_new_one(client, garden, question, kofi):
    write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    dismiss(garden, kofi)
    assert "Answers for" in page(client, question.get_absolute_url())
    client.force_login(kofi)
    client.post(reverse("discuss:answer_for_self", args=[question.slug, question.pk, 2]))
    assert answers(question) == [False]
    again = reverse("discuss:answer_for", args=[question.slug, question.pk, 2])
    assert client.post(again).status_code == 403


def test_a_group_that_hides_its_members_marks_nobody_by_itself(client, garden, question, kofi, lena):
    write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    change_group(garden, by=lena, shows_members=False)
    assert "Answers for" not in page(client, question.get_absolute_url())

    client.force_login(kofi)
    assert chosen(client, question) == "no"
    assert "everybody sees that you belong to it" in page(client, question.get_absolute_url())
    reply(client, question, "Beans are easy as well.", for_group="yes")
    assert answers(question) == [False, True]


def test_what_one_chose_stays_chosen(client, garden, question, kofi):
    client.force_login(kofi)
    looked = reply(client, question, "Lettuce is easy.", preview="1", for_group="no").content.decode()
    assert '<option value="no" selected>' in looked
    draft = {"text": "Lettuce is easy.", "for_group": "no"}
    client.post(reverse("discuss:draft", args=[f"reply-{question.pk}"]), draft)
    assert chosen(client, question) == "no"


def test_owners_decide_and_say_what_one_can_ask(client, lena, kofi, questions, hideout):
    group = found_group(slug="garden", name="Garden", by=lena)
    admit(group, kofi)
    client.force_login(kofi)
    assert client.get(of("questions_settings")).status_code == 403
    client.force_login(lena)
    assert "Decide about questions" in page(client, reverse("groups:change", args=["garden"]))
    refused = client.post(of("questions_settings"), {"takes": "on", "about": "  ", "category": ""})
    assert refused.status_code == 422
    assert "Say what people can ask." in refused.content.decode()
    closed = client.post(of("questions_settings"), {"takes": "on", "about": ABOUT, "category": hideout.pk})
    assert closed.status_code == 422
    assert ABOUT in closed.content.decode()

    said = {"takes": "on", "about": ABOUT, "category": questions.pk}
    assert client.post(of("questions_settings"), said).url == group.get_absolute_url()
    client.post(of("questions_settings"), said)
    assert LogEntry.objects.filter(what="group-questions-began").count() == 1
    client.post(of("questions_settings"), {"about": "", "category": ""})
    assert Asking.objects.get(group=group).ended_at is not None
    assert LogEntry.objects.filter(what="group-questions-ended").count() == 1


def test_the_directory_finds_groups_that_take_questions(client, garden, lena):
    found_group(slug="kitchen", name="Kitchen", by=lena)
    directory = reverse("groups:directory")
    assert "Kitchen" in page(client, directory)
    narrowed = page(client, f"{directory}?asked=yes")
    assert "Kitchen" not in narrowed
    assert f'href="{of("ask_group")}"' in narrowed
    stop_questions(garden, by=lena)
    assert "No group is like this" in page(client, f"{directory}?asked=yes")


def test_a_group_that_stops_keeps_what_it_was_asked(client, garden, question, ada, lena):
    client.force_login(ada)
    stop_questions(garden, by=lena)
    stop_questions(garden, by=lena)
    assert "takes no questions now" in page(client, of("ask_group"))
    typed = client.post(of("ask_group"), {"title": "May I ask another?", "text": "I wrote this before."})
    assert typed.status_code == 422
    assert "I wrote this before." in typed.content.decode()
    listed = page(client, of("questions"))
    assert "takes no more questions" in listed
    assert "Which seeds" in listed
    assert of("ask_group") not in page(client, garden.get_absolute_url())


def test_who_asks_while_it_stops_gets_the_words_back(garden, questions, ada, lena):
    stop_questions(garden, by=lena)
    with pytest.raises(ValidationError, match="just stopped"):
        start_topic(
            questions, by=ada, title="May I ask this?", text="I do.", kind=Kind.QUESTION, asked=garden
        )
    assert not Topic.objects.for_actions().exists()


@pytest.mark.parametrize("becomes", ["unlisted", "read-only", "deleted", "its category closed"])
def test_it_is_asked_no_more_when_not_everybody_may(client, garden, question, questions, lena, ada, becomes):
    change = {
        "unlisted": lambda: change_group(garden, by=lena, is_listed=False),
        "read-only": lambda: close_group(garden, by=lena),
        "deleted": lambda: delete_group(garden, by=lena),
        "its category closed": lambda: type(questions).objects.for_actions().update(who_starts="nobody"),
    }
    change[becomes]()
    client.force_login(ada)
    gone = becomes in ("unlisted", "deleted")
    assert client.get(of("ask_group")).status_code == (404 if gone else 200)
    said = {"title": "Which seeds then?", "text": "I would like to know."}
    assert client.post(of("ask_group"), said).status_code == (404 if gone else 422)
    assert Topic.objects.for_actions().count() == 1
    shown = page(client, question.get_absolute_url())
    assert ("Garden" not in shown) is gone


def test_only_a_listed_group_takes_questions_and_in_public_alone(client, garden, hideout, lena, kofi, circle):
    admit(circle, kofi, role=Role.OWNER)
    with pytest.raises(ValidationError, match="not everybody may know"):
        take_questions(circle, by=kofi, about=ABOUT, category=hideout)
    with pytest.raises(ValidationError, match="Not everybody can read"):
        take_questions(garden, by=lena, about=ABOUT, category=hideout)
    client.force_login(kofi)
    address = reverse("discuss:questions_settings", args=[circle.slug])
    assert client.get(address).status_code == 403


def test_a_group_that_is_gone_leaves_its_questions_public_and_unmarked(client, garden, question, kofi, lena):
    write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    delete_group(garden, by=lena)
    with clock.at(clock.now() + timedelta(days=15)):
        assert bury() == 1
    shown = page(client, question.get_absolute_url())
    assert "Lettuce is easy" in shown
    assert "Answers for" not in shown
    assert not Asking.objects.exists()
    assert not Topic.objects.for_actions().exclude(asked=None).exists()
    assert answers(question) == [False]


def test_a_few_members_of_a_large_group_are_told_and_who_muted_is_not(
    garden, questions, ada, lena, kofi, rosa, monkeypatch
):
    admit(garden, rosa)
    monkeypatch.setattr("space.discuss.actions.members_asked.PEOPLE_ASKED", lambda: 2)
    first = asks(garden, questions, ada, "Which seeds?")
    assert [told(person) for person in (lena, kofi, rosa)] == [[ASKED], [ASKED], []]
    Following.objects.create(person=lena, other=ada, level=Level.MUTED)
    write_reply(first, by=rosa, text="I know it well.", for_group=True)
    asks(garden, questions, ada, "And which pots do they like?")
    # She muted who asks, and he has never answered for the garden.
    assert [told(person) for person in (lena, kofi, rosa)] == [[ASKED], [ASKED], [ASKED]]


def test_owners_hear_once_of_a_question_that_waits_long(garden, question, lena, kofi):
    assert remind_waiting() == 0
    later = clock.now() + timedelta(days=8)
    with clock.at(later):
        assert remind_waiting() == 1
        assert "Questions to your group have waited long for an answer" in told(lena)
        assert not any("waited long" in one for one in told(kofi))
        assert remind_waiting() == 0
    with clock.at(later + timedelta(days=30)):
        assert remind_waiting() == 0


def test_nobody_is_reminded_of_what_was_answered_for_the_group(garden, question, kofi):
    write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    with clock.at(clock.now() + timedelta(days=8)):
        assert remind_waiting() == 0


def test_who_leads_the_group_chooses_the_answer_and_other_members_do_not(
    client, question, garden, lena, kofi
):
    write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    accept = reverse("discuss:choose_answer", args=[question.pk, 2])
    client.force_login(kofi)
    assert client.post(accept).status_code == 403
    client.force_login(lena)
    assert client.post(accept).status_code == 302
    assert "Nothing waits" in page(client, f"{of('questions')}?show=waiting")
    assert "Which seeds" in page(client, f"{of('questions')}?show=answered")


def test_a_draft_of_a_question_waits_for_its_group(client, garden, ada):
    client.force_login(ada)
    key = f"asked-{garden.pk}"
    client.post(reverse("discuss:draft", args=[key]), {"title": "Half a", "text": "question"})
    assert of("ask_group") in page(client, reverse("discuss:drafts"))
    assert "Half a" in page(client, of("ask_group"))
    version = Draft.objects.for_actions().get(key=key).version
    sent = {"title": "A whole question", "text": "with some words", "draft": version, "key": uuid4()}
    assert client.post(of("ask_group"), sent).status_code == 302
    assert not Draft.objects.for_actions().filter(key=key, discarded_at=None).exists()


def test_who_may_not_write_reads_why(client, garden, ada, rosa):
    assert "Sign in" in page(client, of("ask_group"))
    penalise(ada, Measure.SILENCE, by=rosa, until=clock.now() + timedelta(days=1), reason="Rest")
    client.force_login(ada)
    assert "You cannot write for now" in page(client, of("ask_group"))


def test_marks_cost_no_query_more(client, question, kofi, django_assert_max_num_queries):
    for text in ("Lettuce", "Beans", "Peas", "Chard"):
        with later():
            write_reply(question, by=kofi, text=f"{text} are easy to begin with.", for_group=True)
    page(client, question.get_absolute_url())
    with later():
        write_reply(question, by=kofi, text="And pumpkins need much room.", for_group=True)
    with django_assert_max_num_queries(14):
        assert page(client, question.get_absolute_url()).count("Answers for") == 5


def test_a_filter_finds_them_in_lists_and_in_search(client, garden, question, topic, lena):
    found = page(client, f"{reverse('discuss:latest')}?q=asked:garden")
    assert "Which seeds" in found
    assert topic.title not in found
    left = page(client, f"{reverse('discuss:latest')}?q=-asked:garden")
    assert "Which seeds" not in left
    assert topic.title in left
    assert "Which seeds" in page(client, "/search/?q=asked:garden+balcony")
    assert "Did you mean" in page(client, f"{reverse('discuss:latest')}?q=asked:gardn")
    change_group(garden, by=lena, is_listed=False)
    assert "There is no group" in page(client, f"{reverse('discuss:latest')}?q=asked:garden")


def test_marking_twice_and_hiding_no_marks_change_nothing(garden, question, kofi):
    post = write_reply(question, by=kofi, text="Lettuce is easy to begin with.", for_group=True)
    assert mark(post, by=kofi).version == post.version
    for _ in range(2):
        hide_marks(garden)
        assert answers(question) == [False]
