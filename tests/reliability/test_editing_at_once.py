"""Many people edit one post at the same moment: the lock says who is first, and nobody's words are lost."""

import pytest

from space import markup
from space.discuss.actions import edit_post, hide_post, make_wiki, show_post, write_reply
from space.discuss.actions.recounting import differences
from space.discuss.actions.rendering import render_again
from space.discuss.merging import Clash, began_at
from space.discuss.models import Post, Revision
from space.limits.models import Bucket
from space.testing.cast import make
from tests.reliability.test_many_at_once import at_once

EDITORS = 8


@pytest.fixture
def crowd(transactional_db):
    return [make(f"Writer {n}") for n in range(EDITORS)]


@pytest.fixture
def plan(topic, lena, crowd):
    """A wiki post with a paragraph for each of the crowd."""
    post = make_wiki(Post.objects.for_actions().get(topic=topic), by=lena)
    edit_post(post, by=lena, text="\n\n".join(f"Paragraph of writer {n}." for n in range(EDITORS)))
    Bucket.objects.all().delete()
    return fresh(post)


def fresh(post):
    return Post.objects.for_actions().select_related("topic").get(pk=post.pk)


def test_everybody_changes_another_paragraph_and_all_changes_are_there(crowd, plan):
    began = began_at(plan)

    def edit(number):
        text = plan.source.replace(f"writer {number}.", f"writer {number}, changed.")
        return edit_post(plan, by=crowd[number], text=text, began=began)

    at_once(edit, *range(EDITORS))

    expected = "\n\n".join(f"Paragraph of writer {n}, changed." for n in range(EDITORS))
    assert fresh(plan).source == expected
    assert {revision.by_id for revision in Revision.objects.filter(summary="")} >= {one.pk for one in crowd}
    assert differences() == []


def test_everybody_changes_the_same_paragraph_one_is_first_and_the_others_are_told(crowd, plan):
    began = began_at(plan)

    def edit(person):
        text = plan.source.replace("writer 0.", f"writer 0, as {person.name} has it.")
        try:
            return edit_post(plan, by=person, text=text, began=began)
        except Clash as clash:
            return clash

    outcomes = at_once(edit, *crowd)

    assert sum(isinstance(one, Post) for one in outcomes) == 1
    winner = next(one.source for one in outcomes if isinstance(one, Post))
    assert fresh(plan).source == winner


def test_editing_rendering_hiding_and_answering_at_once_do_not_wait_for_each_other_for_ever(
    crowd, plan, rosa, monkeypatch
):
    replies = [write_reply(plan.topic, by=person, text="Words.") for person in crowd]
    Bucket.objects.all().delete()
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    monkeypatch.setattr("space.discuss.actions.rendering._BATCH", 2)
    began = began_at(plan)

    def act(number):
        match number % 4:
            case 0:
                text = plan.source.replace(f"writer {number}.", f"writer {number}, changed.")
                edit_post(plan, by=crowd[number], text=text, began=began)
            case 1:
                render_again()
            case 2:
                show_post(hide_post(replies[number], by=rosa), by=rosa)
            case _:
                write_reply(plan.topic, by=crowd[number], text="More words.", reply_to=replies[0])

    at_once(act, *range(EDITORS))

    assert not Post.objects.for_actions().filter(renderer__lt=markup.VERSION).exists()
    assert differences() == []
