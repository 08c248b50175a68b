"""The same picture in fewer bytes: smaller, as AVIF, cut for previews of links."""

from datetime import timedelta

import pytest
from django.urls import reverse
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from space.kit import clock
from space.uploads.actions import finish_sizes, hang, make_preview, make_sizes
from space.uploads.kinds import Kind
from space.uploads.models import State, Upload
from space.uploads.tests.makers import reading, saved, svg
from space.uploads.text import address_as_avif, address_of_preview, picture


def photo(size: tuple[int, int]) -> bytes:
    """Something with as much in it as a photo has."""
    small = Image.effect_noise((size[0] // 6, size[1] // 6), 90).convert("RGB")
    return saved(small.resize(size, Image.Resampling.BICUBIC), "JPEG", quality=92)


def made(upload: Upload) -> set[tuple[int, str]]:
    return set(upload.made_sizes.values_list("width", "kind"))


def test_a_photo_is_there_as_avif_too_and_that_is_smaller(client, lena, send, garden):
    upload = send(lena, photo((900, 600)), name="door.jpg")
    hang([upload], garden)
    wide = address_as_avif(upload, 900)
    assert client.get(wide)["Content-Type"] == "image/jpeg"

    make_sizes(upload.pk)
    assert made(upload) == {(w, Kind.WEBP) for w in (320, 640)} | {(w, Kind.AVIF) for w in (320, 640, 900)}
    whole, light = (b"".join(client.get(a).streaming_content) for a in (upload.get_absolute_url(), wide))
    assert reading(light).size == (900, 600)
    assert len(light) < len(whole) / 2
    assert client.get(wide)["Content-Type"] == "image/avif"
    assert client.get(reverse("uploads:size", args=[upload.pk, 900, upload.name])).status_code == 404


def test_a_browser_chooses_from_what_there_is(lena, send):
    upload = send(lena, photo((2000, 1000)), name="door.jpg")
    html = picture(upload, "A door", sizes="640px")
    assert html.startswith('<picture><source type="image/avif" srcset="')
    assert f"/uploads/{upload.pk}/1920/door.avif 1920w" in html
    assert f"/uploads/{upload.pk}/1920/door.jpg 1920w, /uploads/{upload.pk}/door.jpg 2000w" in html
    assert "2000/door.avif" not in html
    assert html.count('sizes="640px"') == 2


def test_avif_that_would_not_be_smaller_is_not_kept(client, lena, send, garden):
    upload = send(lena, saved(Image.new("RGB", (700, 500), "white"), "JPEG"), name="white.jpg")
    hang([upload], garden)
    make_sizes(upload.pk)
    address = address_as_avif(upload, 640)
    assert (640, Kind.WEBP) in made(upload)
    expected = "image/avif" if (640, Kind.AVIF) in made(upload) else "image/webp"
    assert client.get(address)["Content-Type"] == expected
    sizes = {(one.width, one.kind): one.bytes for one in upload.made_sizes.all()}
    assert all(
        sizes[w, Kind.AVIF] < sizes.get((w, Kind.WEBP), upload.bytes)
        for w, kind in sizes
        if kind == Kind.AVIF
    )


@pytest.mark.parametrize("size", [(1600, 1600), (300, 900)])
def test_a_preview_of_a_link_is_filled_to_its_edges(client, lena, send, garden, size):
    upload = send(lena, photo(size), name="door.jpg")
    hang([upload], garden)
    address = address_of_preview(upload)
    assert client.get(address)["Content-Type"] == "image/jpeg"
    make_preview(upload.pk)
    make_preview(upload.pk)
    assert reading(b"".join(client.get(address).streaming_content)).size == (1200, 630)
    assert upload.made_sizes.filter(kind=Kind.JPEG).count() == 1


def test_a_drawing_has_no_preview(client, lena, send, garden):
    upload = send(lena, svg("<path/>"), name="map.svg")
    hang([upload], garden)
    make_preview(upload.pk)
    assert address_of_preview(upload) == ""
    assert client.get(reverse("uploads:preview", args=[upload.pk, "map.svg"])).status_code == 404


def test_sizes_that_no_job_made_are_asked_for_again(lena, send):
    upload = send(lena, photo((400, 300)), name="door.jpg")
    ProcrastinateJob.objects.filter(task_name="uploads.make_sizes").delete()
    assert finish_sizes() == 0
    with clock.at(clock.now() + timedelta(minutes=20)):
        assert finish_sizes() == 1
    make_sizes(ProcrastinateJob.objects.get(task_name="uploads.make_sizes").args["upload"])
    assert Upload.objects.for_actions().get(pk=upload.pk).state == State.READY
