"""A group looks after a category: all who belong to it, as long as they do."""

from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.permissions import can_moderate
from space.groups.actions import admit, dismiss, found_group


def test_all_members_of_an_appointed_group_look_after_a_category(client, ada, lena, kofi, questions, hideout):
    garden = found_group(slug="garden", name="Garden", by=lena)
    client.force_login(ada)
    page = reverse("discuss:arrange_room", args=[questions.pk])
    appoint = reverse("discuss:appoint", args=[questions.pk])
    assert not can_moderate(reader_of(lena), questions)

    assert client.post(appoint, {"person": "Garden"}).status_code == 302
    assert can_moderate(reader_of(lena), questions)
    assert not can_moderate(reader_of(kofi), questions)
    admit(garden, kofi)
    assert can_moderate(reader_of(kofi), questions)
    dismiss(garden, kofi)
    assert not can_moderate(reader_of(kofi), questions)
    shown = client.get(page).content.decode()
    assert "<bdi>Garden</bdi>" in shown
    assert "A group was appointed to moderate" in shown

    assert client.post(appoint, {"person": "Nowhere"}).status_code == 422
    client.post(reverse("discuss:dismiss", args=[questions.pk]), {"group": garden.pk})
    assert not can_moderate(reader_of(lena), questions)
