"""A story that is written for a group: its members write, publish and read it, and nobody else knows of it."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.accounts.readers import reader_of
from space.blog.actions.describing import About, Named
from space.blog.actions.erasing import empty_group
from space.blog.actions.offering import offer_to_blog
from space.blog.actions.steps import take_step
from space.blog.actions.telling import of_step
from space.blog.actions.writing import begin_story
from space.blog.models import Stage, Story, Taken, Version
from space.blog.permissions import can_improve, can_take
from space.blog.steps import STEPS
from space.discuss.models import Audience
from space.groups.actions import admit, dismiss
from space.groups.models import Role
from space.limits.models import Bucket
from space.membership.actions import close_group, visit
from space.membership.models import Did, GroupDeed
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.testing.stories import WORDS


@pytest.fixture
def tane(circle):
    person = make("Tane Rangi")
    admit(circle, person, role=Role.OWNER)
    return person


@pytest.fixture
def ours(hideout, kofi):
    return take_step(begin_story(WORDS, by=kofi, language="fr", category=hideout), "submit", by=kofi)


@pytest.fixture
def told(ours, tane):
    return take_step(ours, "publish", by=tane)


def sees(person, story):
    return Story.objects.visible_to(reader_of(person)).filter(pk=story.pk).exists()


def test_only_members_see_it_at_any_stage_and_an_author_who_left_does_not(
    ours, circle, kofi, tane, lena, elena, viktor, rosa
):
    assert [sees(one, ours) for one in (kofi, tane)] == [True, True]
    assert not any(sees(one, ours) for one in (lena, elena, viktor, rosa))
    visit(circle, by=rosa, reason="A flag")
    assert sees(rosa, ours)
    assert not can_improve(reader_of(rosa), ours.original())

    dismiss(circle, kofi)
    assert not sees(kofi, ours)
    take_step(ours, "publish", by=tane)
    assert not any(sees(one, ours) for one in (kofi, lena, elena, viktor))


def test_its_group_decides_about_it_and_not_the_editorial_board(ours, circle, kofi, tane, elena):
    admit(circle, elena)
    publish = STEPS["publish"]

    assert bool(can_take(reader_of(tane), ours, publish))
    assert not can_take(reader_of(elena), ours, publish)
    assert not can_take(reader_of(kofi), ours, publish)


def test_it_appears_in_a_category_of_the_group_and_never_in_the_blog(client, told, hideout, kofi, published):
    told.topic.refresh_from_db()
    assert (told.topic.audience, told.topic.category) == (Audience.GROUP, hideout)
    assert (told.room.audience, told.room.category) == (Audience.GROUP, hideout)

    client.force_login(kofi)
    url = told.original().get_absolute_url()
    page = client.get(url).content.decode()
    assert "og:title" not in page
    assert "members of" in page
    elsewhere = [client.get(reverse(f"blog:{name}")).content.decode() for name in ("home", "atom")]
    elsewhere.append(client.get(published.original().get_absolute_url()).content.decode())
    assert not any(url in one for one in elsewhere)
    assert url in client.get(told.group.get_absolute_url()).content.decode()


def test_a_title_that_a_group_has_is_as_free_in_the_blog_as_any(told, published):
    assert published.original().slug == "une-semaine-à-la-foire-de-yaoundé"
    assert told.original().slug != published.original().slug


def test_owners_and_moderators_hear_of_it_and_the_board_does_not(ours, tane, elena, noor):
    taken = Taken.objects.get(story=ours, step="submit")

    batch = of_step(taken.pk, after=0, limit=50)

    assert [one.person for one in batch.to] == [tane.pk]
    assert batch.news.circle == ours.group_id


def test_nobody_outside_is_named_and_nobody_outside_begins_one(hideout, kofi, lena):
    with pytest.raises(ValidationError, match="Lena"):
        begin_story(
            WORDS, by=kofi, language="fr", category=hideout, about=About(authors=[Named(kofi), Named(lena)])
        )
    with pytest.raises(ValidationError, match="do not belong"):
        begin_story(WORDS, by=lena, language="fr", category=hideout)
    assert not Story.objects.for_actions().exists()


def test_one_writes_it_from_the_page_of_the_group(client, circle, hideout, kofi, lena):
    client.force_login(kofi)
    start = f"{reverse('blog:submit')}?category={hideout.slug}"
    assert start.replace("&", "&amp;") in client.get(circle.get_absolute_url()).content.decode()
    page = client.get(start)
    assert "members of" in page.content.decode() or "member of" in page.content.decode()

    given = {"begins": "draft", "title": WORDS.title, "text": WORDS.text, "language": "fr",
             "authors": "@Kofi Mensah", "category": hideout.pk, "key": uuid4()}  # fmt: skip
    assert client.post(start, given).status_code == 302
    assert Story.objects.for_actions().get().group == circle

    client.force_login(lena)
    assert client.post(start, {**given, "authors": "@Lena Müller"}).status_code == 302
    assert Story.objects.for_actions().get(by=lena).group is None


def test_a_copy_leaves_the_group_only_expressly_is_logged_and_told(client, told, circle, tane, kofi, lena):
    client.force_login(tane)
    address = reverse("blog:offer", args=[told.pk])
    key = client.get(address).context["form"]["key"].value()

    assert client.post(address, {"key": key}).status_code == 422
    assert Story.objects.for_actions().count() == 1

    for _ in range(2):
        assert client.post(address, {"key": key, "wider": "on"}).status_code == 302
    copy = Story.objects.for_actions().get(group=None)
    assert (copy.stage, copy.shared_at, copy.topic) == (Stage.DRAFT, None, None)
    assert [sees(one, copy) for one in (kofi, tane, lena)] == [True, False, False]
    assert not sees(lena, told)
    assert LogEntry.objects.filter(what="group-story-copied").count() == 1
    assert GroupDeed.objects.get(did=Did.COPIED_OUT).words == WORDS.title


def test_nothing_appears_in_a_group_in_which_nobody_writes_any_more(ours, circle, tane):
    close_group(circle, by=tane)

    with pytest.raises(ValidationError, match="closed"):
        take_step(ours, "publish", by=tane)


def test_the_words_of_its_stories_go_with_a_group(told, hideout, kofi, circle, published):
    Bucket.objects.all().delete()
    begin_story(replace(WORDS, title="Unsent"), by=kofi, language="fr", category=hideout)
    while empty_group(circle):
        pass

    inside = Version.objects.filter(edition__story__group=circle)
    assert inside.count() == 2
    assert not inside.exclude(title="", source="", html="").exists()
    assert Version.objects.filter(edition__story=published).exclude(source="").exists()


def test_a_copy_of_what_was_never_published_does_not_leave(ours, tane, client):
    client.force_login(tane)
    assert client.post(reverse("blog:offer", args=[ours.pk]), {"wider": "on"}).status_code == 403
    assert offer_to_blog(take_step(ours, "publish", by=tane), by=tane, key=uuid4()).group is None
