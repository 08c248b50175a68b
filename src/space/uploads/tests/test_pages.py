"""A picture has a page of its own, where it is seen big; pictures in texts lead there, without any script."""

import pytest
from django.urls import reverse

from space.discuss.actions import write_reply
from space.uploads.actions import hang
from space.uploads.pages import with_pages


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>No picture</p>", "<p>No picture</p>"),
        (
            '<p>A <img src="/uploads/7/a.png" alt="x > y"> B</p>',
            '<p>A <a class="picture" href="/uploads/7/"><img src="/uploads/7/a.png" alt="x > y"></a> B</p>',
        ),
        (
            '<p><a href="/x"><img src="/uploads/7/a.png"></a></p>',
            '<p><a href="/x"><img src="/uploads/7/a.png"></a></p>',
        ),
        ('<p><img src="/static/7/a.png"></p>', '<p><img src="/static/7/a.png"></p>'),
        (
            '<p><img alt="src=&quot;/uploads/7/" src="/x"></p>',
            '<p><img alt="src=&quot;/uploads/7/" src="/x"></p>',
        ),
    ],
)
def test_pictures_of_ours_lead_to_their_page_unless_they_lead_elsewhere(html, shown):
    assert with_pages(html) == shown


def test_in_a_post_it_leads_to_its_page_and_in_a_feed_it_stays_as_it_is(client, topic, kofi, send):
    lamp = send(kofi, alt="A lamp")
    post = write_reply(topic, by=kofi, text=f"![A lamp](upload:{lamp.pk})")
    leads = f'<a class="picture" href="/uploads/{lamp.pk}/"><img '
    assert leads in client.get(post.get_absolute_url(), follow=True).content.decode()
    assert leads not in post.html


def test_the_page_shows_it_big_and_says_whose_it_is_and_how_its_owner_shows_it(
    client, garden, kofi, lena, send
):
    lamp = send(kofi, alt="A <b>lamp</b>")
    page = reverse("uploads:kept", args=[lamp.pk])
    client.force_login(kofi)
    assert "nobody but you can see it" in client.get(page).content.decode()
    client.force_login(lena)
    assert client.get(page).status_code == 404
    hang([lamp], garden)
    seen = client.get(page).content.decode()
    assert f'<a href="{lamp.get_absolute_url()}">' in seen
    assert "A &lt;b&gt;lamp&lt;/b&gt;" in seen
    assert kofi.name in seen
    assert lamp.reference not in seen
    client.force_login(kofi)
    mine = client.get(page).content.decode()
    assert lamp.reference in mine
    assert "nobody but you can see it" not in mine
