"""Several accounts of one person hide nothing together; standing on the wikis weighs little until proved here."""

import pytest

from space.accounts.arriving.actions.inviting import invite_by_link
from space.accounts.models import Arrival, Trust, User, WikiAccount
from space.discuss.actions import write_reply
from space.discuss.models import Post
from space.review.actions import flag
from space.review.actions.flagging import Told
from space.review.models import Flag, Why
from space.review.things import post_thing
from space.testing.cast import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def advert(topic) -> Post:
    return write_reply(topic, by=make("Vera@local", Trust.BASIC), text="Buy my lamps, cheap!")


def is_hidden_by(advert: Post, *people: User) -> bool:
    for person in people:
        fresh = Post.objects.for_actions().select_related("author", "topic__group").get(pk=advert.pk)
        flag(post_thing(fresh), Told(Why.OFF_TOPIC), by=person)
    return Post.objects.for_actions().get(pk=advert.pk).hidden_at is not None


def people(*names: str) -> list[User]:
    return [make(f"{name}@local", Trust.MEMBER, days=30) for name in names]


def test_three_who_share_nothing_hide_a_post(advert) -> None:
    assert is_hidden_by(advert, *people("Ana", "Ben", "Cem"))


def test_whom_one_person_invited_and_who_invited_them_are_one(advert, lena: User) -> None:
    ben, cem, dia = people("Ben", "Cem", "Dia")
    for one in (ben, cem):
        Arrival.objects.create(person=one, invitation=invite_by_link(by=lena, days=1, people=1))
    assert not is_hidden_by(advert, lena, ben, cem)
    assert not is_hidden_by(advert, dia)
    assert is_hidden_by(advert, *people("Eli"))


def test_who_signed_up_at_one_address_on_one_day_is_one(advert) -> None:
    together = people("Ana", "Ben", "Cem", "Dia")
    for one in together:
        Arrival.objects.create(person=one, sender="address:1")
    assert not is_hidden_by(advert, *together)


def test_trust_of_the_wikis_weighs_as_one_until_a_flag_was_agreed_with(advert) -> None:
    admin = make("María José", Trust.REGULAR, days=30)
    WikiAccount.objects.create(person=admin, sub="7", name=admin.name, trust=Trust.REGULAR)
    earned = make("Earned@local", Trust.REGULAR, days=30)
    is_hidden_by(advert, admin, earned)
    weights = dict(Flag.objects.values_list("by__name", "weight"))
    assert weights == {"María José": 2.0, "Earned@local": 4.0}
