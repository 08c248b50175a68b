"""Owners make more categories in their group."""

from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.actions.furnishing import ROOMS_OF_A_GROUP
from space.discuss.models import Audience, Category
from space.groups.actions import admit
from space.groups.models import Role


def test_an_owner_makes_a_category_that_members_alone_see(client, circle, kofi, lena):
    admit(circle, kofi, role=Role.OWNER)
    client.force_login(kofi)
    address = reverse("discuss:room_of_group", args=[circle.slug])
    assert address in client.get(circle.get_absolute_url()).content.decode()

    client.post(address, {"name": "Minutes"})
    client.post(address, {"name": "Minutes"})

    room = Category.objects.for_actions().get(name="Minutes")
    assert (room.audience, room.group) == (Audience.GROUP, circle)
    assert not Category.objects.visible_to(reader_of(lena)).filter(pk=room.pk).exists()
    for number in range(ROOMS_OF_A_GROUP - 1):
        client.post(address, {"name": f"Room {number}"})
    assert client.post(address, {"name": "One too many"}).status_code == 422
