"""A story is read at its address, in its languages, with the beginning of its conversation."""

from django.urls import reverse

from space.testing.rooms import say


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_story_is_read_at_its_address_and_listed_in_the_blog(client, published, kofi, lena):
    address = published.original().get_absolute_url()
    say(published.topic, (kofi, "Bravo, quelle patience !"), (lena, "Merci !"))
    read = page(client, address)
    assert "Une semaine à la foire de Yaoundé" in read
    assert "Bravo, quelle patience !" in read
    assert "2 replies in Discuss" in read
    assert address in page(client, reverse("blog:home"))
