"""What is said can be found from the moment it is said, as it is now, by whoever may see it."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.actions import save_preferences, shut_account
from space.accounts.readers import NOBODY, reader_of
from space.discuss import actions
from space.discuss.actions.archiving import blank_post
from space.discuss.models import Audience, Post, Tag
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.pages.tasks import index_person
from space.search import kinds
from space.search.asking import Question, query
from space.search.reindexing import begin_again, differences, is_due, reindex
from space.testing.polls import ask
from space.testing.rooms import MARKER, say

pytestmark = pytest.mark.django_db


def finds(words: str, who=NOBODY, **more) -> list[str]:
    """The titles that somebody finds, as a page would show them."""
    answer = query(Question(words=tuple(words.split()), **more), who)
    shown = []
    for hit in answer.hits:
        shown += kinds.kind(hit.kind).found([hit.pk], who).values()
    return [one.title for one in shown]


@pytest.fixture(autouse=True)
def nothing_else_changed(db):
    yield
    assert differences() == []


def test_a_reply_is_found_at_once_and_by_its_new_words_after_an_edit(topic, kofi):
    (post,) = say(topic, (kofi, "Ask the archivist about microfilm."))
    assert finds("microfilm") == [topic.title]

    actions.edit_post(post, by=kofi, text="Ask the archivist about photocopies.")
    assert (finds("microfilm"), finds("photocopy")) == ([], [topic.title])


def test_hidden_and_deleted_things_are_found_no_more_until_they_are_back(topic, kofi, rosa):
    (post,) = say(topic, (kofi, "Ask the archivist about microfilm."))
    for gone, back in (("hide_post", "show_post"), ("delete_post", "restore_post")):
        getattr(actions, gone)(post, by=rosa)
        assert finds("microfilm") == []
        getattr(actions, back)(post, by=rosa)
        assert finds("microfilm") == [topic.title]
    for gone, back in (("delete_topic", "restore_topic"), ("unlist_topic", "list_topic")):
        getattr(actions, gone)(topic, by=rosa)
        assert finds("microfilm") == []
        getattr(actions, back)(topic, by=rosa)
        assert finds("microfilm") == [topic.title]


def test_a_topic_that_moves_into_a_group_is_found_by_its_members_alone(topic, kofi, lena, rosa, hideout):
    say(topic, (kofi, "Ask the archivist about microfilm."))
    topic = actions.move_topic(topic, hideout, by=rosa)

    found = [finds("microfilm", who) for who in (NOBODY, reader_of(lena), reader_of(kofi))]
    assert found == [[], [], [topic.title]]
    assert finds("microfilm", reader_of(kofi), places=(hideout.pk,)) == [topic.title]


def test_titles_and_tags_are_found_as_they_are_now(topic, ada):
    actions.change_topic(topic, by=ada, title="Where is the card index?", tags=["paper", "archives"])
    paper, archives = (Tag.objects.get(name=name) for name in ("paper", "archives"))

    assert finds("card index", title_only=True) == ["Where is the card index?"]
    assert finds("cards", tags=(paper.pk, archives.pk)) == ["Where is the card index?"]
    assert finds("paper")[0] == "paper"

    actions.merge_tag(archives, paper, by=ada)
    assert finds("cards", tags=(archives.pk,)) == []
    assert finds("archives")[0] == "paper"


def test_tags_of_a_closed_group_are_words_that_nobody_finds(secret, kofi):
    assert finds(MARKER) == finds(MARKER, reader_of(kofi), species=("tag",)) == []
    assert sorted(finds(MARKER, reader_of(kofi))) == [secret.title, f"{MARKER} room"]


def test_closed_topics_stand_lower(questions, lena, rosa):
    old = actions.start_topic(questions, by=lena, title="Where are the maps kept?", text="The maps of 1890.")
    new = actions.start_topic(questions, by=rosa, title="When are the maps shown?", text="The maps of 1891.")
    assert finds("maps") == [new.title, old.title]

    actions.close_topic(new, by=rosa)
    assert finds("maps") == [old.title, new.title]


def test_words_that_are_taken_down_are_gone_from_search_too(topic, ada):
    blank_post(Post.objects.for_actions().get(topic=topic, number=1), by=ada, reason="Asked")
    assert finds("cards") == []


def test_people_are_found_without_accents_while_they_let_themselves_be_found(lena):
    assert finds("muller") == ["Lena Müller"]
    prefers = {
        "language": "",
        "languages": ["de"],
        "theme": "auto",
        "time_zone": "",
        "about": "Maps and mills",
    }
    save_preferences(lena, **prefers)
    assert finds("mill") == ["Lena Müller"]

    save_preferences(lena, **prefers, is_listed=False)
    assert finds("mill") == []
    save_preferences(lena, **prefers)
    shut_account(lena)
    assert finds("mill") == []


def test_who_is_suspended_is_in_no_answer_until_that_is_over(viktor):
    asked = Question(words=("Віктор",))
    assert query(asked, NOBODY).about == 0
    (job,) = ProcrastinateJob.objects.filter(task_name="pages.index_person")
    assert job.scheduled_at == viktor.penalties.get().until

    viktor.penalties.update(until=clock.now() - timedelta(minutes=1))
    index_person(**job.args)
    assert finds("Віктор") == ["Віктор"]


def test_what_a_poll_asks_and_offers_is_found_with_its_post(topic, kofi):
    (post,) = say(topic, (kofi, "Let us see."))
    poll = ask(post, "Which lantern?", options=("Paraffin", "Acetylene"))
    assert finds("acetylene lantern", first_only=False) == [topic.title]
    actions.edit_post(post, by=kofi, text="Let us see, then.")
    assert finds("acetylene") == [topic.title]

    actions.change_poll(poll, PollPlan("Which candle?", ("Wax", "Tallow")), by=kofi)
    assert (finds("acetylene"), finds("tallow candle")) == ([], [topic.title])


def test_categories_are_found_by_who_sees_them(questions, ada):
    actions.change_category(questions, by=ada, description="Anything about vellum")
    actions.arrange_category("members", by=ada, name="Vellum room", audience=Audience.MEMBERS)

    assert finds("vellum") == ["Questions"]
    assert sorted(finds("vellum", reader_of(ada))) == ["Questions", "Vellum room"]


def test_an_index_that_is_lost_is_made_anew(topic, secret, ada):
    from space.search.models import Entry

    assert is_due()
    Entry.objects.all().delete()
    assert differences() != []
    reindex(at_most=1)
    assert reindex() >= 0
    assert not is_due()
    begin_again()
    assert is_due()
