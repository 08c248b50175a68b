"""What a closed group wrote gets no wider audience by itself: moving it out asks, is logged, and told to its owners."""

import pytest
from django.urls import reverse

from space.discuss.models import Audience, Topic
from space.discuss.topic_rules import opens_wider
from space.groups.actions import admit
from space.groups.models import Joining, Role
from space.membership.models import Did, GroupDeed
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.testing.telling import told


def test_a_topic_leaves_a_closed_group_only_expressly_and_its_owners_hear_of_it(
    client, secret, questions, circle, kofi
):
    admit(circle, kofi, role=Role.OWNER)
    mover = make("Tane Rangi")
    admit(circle, mover, role=Role.MODERATOR)
    client.force_login(mover)
    address = reverse("discuss:change", args=[secret.slug, secret.pk])
    said = {
        "title": secret.title, "initial-title": secret.title, "tags": "", "initial-tags": "",
        "category": questions.pk, "initial-category": secret.category_id,
    }  # fmt: skip

    assert client.post(address, said).status_code == 422
    assert Topic.objects.for_actions().get(pk=secret.pk).group == circle

    assert client.post(address, said | {"wider": "on"}).status_code == 302
    assert Topic.objects.for_actions().get(pk=secret.pk).audience == Audience.PUBLIC
    assert LogEntry.objects.get(what="topic-moved").codes["wider"] == 1
    assert GroupDeed.objects.get(did=Did.MOVED_OUT).words == secret.title
    assert "A topic of your group was moved to where others can read it" in told(kofi)


@pytest.mark.parametrize(
    ("of", "to", "wider"),
    [
        (Audience.PUBLIC, Audience.MEMBERS, False),
        (Audience.MEMBERS, Audience.PUBLIC, True),
        (Audience.MEMBERS, Audience.GROUP, False),
        (Audience.GROUP, Audience.MEMBERS, True),
        (Audience.PEOPLE, Audience.MEMBERS, True),
        (Audience.PEOPLE, Audience.GROUP, True),
    ],
)
def test_who_could_read_more_is_known(topic, questions, of, to, wider):
    topic.audience, questions.audience = of, to

    assert opens_wider(topic, questions) is wider


def test_letting_everybody_into_a_group_is_said_expressly(client, circle, kofi):
    admit(circle, kofi, role=Role.OWNER)
    client.force_login(kofi)
    said = {"name": circle.name, "joining": Joining.OPEN.value}
    address = reverse("groups:change", args=[circle.slug])

    assert client.post(address, said).status_code == 422
    assert client.post(address, said | {"wider": "on"}).status_code == 302
    circle.refresh_from_db()
    assert circle.joining == Joining.OPEN
