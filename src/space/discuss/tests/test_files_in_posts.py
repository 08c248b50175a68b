"""A file in a post is seen by whoever sees the post, and by nobody else, from the first moment to the last."""

from io import BytesIO

import pytest
from PIL import Image

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import edit_post, hide_post, write_reply
from space.uploads.actions import keep_file
from space.uploads.models import Upload


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def _picture(by):
    out = BytesIO()
    Image.new("RGB", (700, 40)).save(out, "PNG")
    return keep_file(BytesIO(out.getvalue()), by=by, name="map.png", alt="A map")


def _seen(upload, person=None):
    reader = reader_of(person) if person else NOBODY
    return Upload.objects.visible_to(reader).filter(pk=upload.pk).exists()


def test_a_picture_in_a_public_post_is_for_everybody(topic, kofi):
    upload = _picture(kofi)
    post = write_reply(topic, by=kofi, text=f"Here: ![A map]({upload.reference})")

    assert f'src="/uploads/{upload.pk}/map.png"' in post.html
    assert _seen(upload)


def test_hiding_the_post_takes_its_picture_along(topic, kofi, rosa):
    upload = _picture(kofi)
    post = write_reply(topic, by=kofi, text=f"Here: ![A map]({upload.reference})")
    hide_post(post, by=rosa, reason="Private data")
    assert not _seen(upload)
    assert not _seen(upload, kofi)


def test_a_picture_of_the_closed_group_stays_inside(secret, kofi, lena, client):
    upload = _picture(kofi)
    write_reply(secret, by=kofi, text=f"![A map]({upload.reference})")

    assert _seen(upload, kofi)
    assert not _seen(upload, lena)
    assert client.get(upload.get_absolute_url()).status_code == 404


def test_quoting_a_picture_of_the_closed_group_elsewhere_shows_it_to_nobody_more(
    secret, topic, kofi, lena, circle
):
    upload = _picture(kofi)
    write_reply(secret, by=kofi, text=f"![A map]({upload.reference})")
    write_reply(topic, by=lena, text=f"Look: ![A map]({upload.get_absolute_url()})")
    assert not _seen(upload, lena)


def test_an_edit_that_drops_a_picture_takes_it_away(topic, kofi):
    upload = _picture(kofi)
    post = write_reply(topic, by=kofi, text=f"![A map]({upload.reference})")
    edit_post(post, by=kofi, text="No map after all.")
    assert not _seen(upload)
    assert _seen(upload, kofi)


def test_a_moderators_edit_leaves_the_writers_picture(topic, kofi, rosa):
    upload = _picture(kofi)
    post = write_reply(topic, by=kofi, text=f"![A map]({upload.reference})")
    edited = edit_post(post, by=rosa, text=f"![A better word]({upload.reference})")

    assert f"/uploads/{upload.pk}/" in edited.html
    assert _seen(upload)
