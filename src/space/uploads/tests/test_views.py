import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from space.groups.actions import dismiss
from space.uploads.actions import hang, make_sizes
from space.uploads.models import Upload
from space.uploads.tests.makers import film, picture, svg

SEND = "/uploads/"


def _file(data=None, name="photo.png"):
    return SimpleUploadedFile(name, data or picture(), content_type="application/x-whatever")


def _bytes(response):
    return b"".join(response) if response.streaming else response.content


def test_without_javascript_one_lands_on_what_to_copy(client, lena, things):
    client.force_login(lena)
    sent = client.post(SEND, {"file": _file(), "alt": "A red [door]"}, follow=True)

    upload = Upload.objects.for_actions().get()
    assert sent.redirect_chain == [(f"/uploads/{upload.pk}/", 302)]
    assert f"![A red \\[door\\]](upload:{upload.pk})" in sent.content.decode()
    assert f'src="/uploads/{upload.pk}/photo.png"' in sent.content.decode()


def test_a_script_is_told_what_to_write(client, lena):
    client.force_login(lena)
    told = client.post(SEND, {"file": _file()}, headers={"accept": "application/json"})

    assert told.status_code == 201
    assert told.json()["snippet"] == f"![photo](upload:{told.json()['id']})"


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_refusal_says_why(client, lena, accept):
    client.force_login(lena)
    refused = client.post(SEND, {"file": _file(b"MZ", "evil.png")}, headers={"accept": accept})

    assert refused.status_code == 422
    assert "Files of this kind cannot be sent here." in refused.content.decode()


def test_a_file_that_is_too_large_is_not_kept_and_the_form_says_so(client, lena, settings):
    settings.UPLOAD_BYTES = 1000
    client.force_login(lena)
    refused = client.post(SEND, {"file": _file(bytes(3000)), "alt": "Kept words"})

    assert refused.status_code == 422
    assert "too large" in refused.content.decode()
    assert "Kept words" in refused.content.decode()


def test_the_token_of_a_form_survives_a_file_that_is_too_large(lena, settings):
    settings.UPLOAD_BYTES = 1000
    client = Client(enforce_csrf_checks=True)
    client.force_login(lena)
    client.get(SEND)
    fields = {"file": _file(bytes(3000)), "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    assert client.post(SEND, fields).status_code == 422


def test_a_body_of_absurd_length_is_not_read(client, lena, settings):
    settings.UPLOAD_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000, 1000
    client.force_login(lena)
    refused = client.post(SEND, {"file": _file(bytes(9000))})
    assert refused.status_code == 422
    assert not Upload.objects.for_actions().exists()


@pytest.mark.parametrize("who", ["nobody", "viktor"])
def test_who_may_not_write_sends_no_files(request, db, client, who):
    if who != "nobody":
        client.force_login(request.getfixturevalue(who))
    assert client.post(SEND, {"file": _file()}).status_code == 422
    assert not Upload.objects.for_actions().exists()


@pytest.mark.parametrize("place", ["file", "size", "kept"])
def test_a_file_of_the_closed_group_is_not_there_for_others(client, lena, kofi, send, things, circle, place):
    upload = send(kofi)
    hang([upload], circle)
    address = {
        "file": upload.get_absolute_url(),
        "size": reverse("uploads:size", args=[upload.pk, 320, upload.name]),
        "kept": reverse("uploads:kept", args=[upload.pk]),
    }[place]

    assert client.get(address).status_code == 404
    client.force_login(lena)
    assert client.get(address).status_code == 404
    client.force_login(kofi)
    assert client.get(address).status_code == 200
    dismiss(circle, kofi)
    assert client.get(address).status_code == 404


def test_a_browser_that_has_the_file_is_told_so_only_while_it_may_see_it(client, kofi, send, things, circle):
    upload = send(kofi)
    hang([upload], circle)
    client.force_login(kofi)
    etag = client.get(upload.get_absolute_url())["ETag"]

    again = client.get(upload.get_absolute_url(), headers={"if-none-match": etag})
    assert (again.status_code, _bytes(again), again["Cache-Control"]) == (304, b"", "private, no-cache")
    dismiss(circle, kofi)
    assert client.get(upload.get_absolute_url(), headers={"if-none-match": etag}).status_code == 404


@pytest.mark.parametrize(
    ("data", "kind", "disposition"),
    [
        (picture("JPEG"), "image/jpeg", "inline"),
        (film(), "image/webp", "inline"),
        (svg("<path/>"), "image/svg+xml", "inline"),
        (b"%PDF-1.7\n%%EOF", "application/pdf", "attachment"),
    ],
)
def test_a_file_can_do_nothing_in_the_browser(client, lena, send, garden, data, kind, disposition):
    upload = send(lena, data, name="дверь <1>.exe")
    hang([upload], garden)
    response = client.get(upload.get_absolute_url())

    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].startswith(disposition)
    assert "filename*=utf-8''%D0%B4%D0%B2%D0%B5%D1%80%D1%8C-1." in response["Content-Disposition"]
    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_size_is_the_whole_picture_until_the_job_was_there(client, lena, send, garden):
    upload = send(lena)
    hang([upload], garden)
    address = reverse("uploads:size", args=[upload.pk, 320, upload.name])
    assert client.get(address)["Content-Type"] == "image/png"

    make_sizes(upload.pk)
    assert client.get(address)["Content-Type"] == "image/webp"
    assert client.get(reverse("uploads:size", args=[upload.pk, 333, upload.name])).status_code == 404


def test_a_file_that_is_gone_from_the_store_is_not_there(client, lena, send, garden, media):
    upload = send(lena)
    hang([upload], garden)
    for path in media.rglob("*.png"):
        path.unlink()
    assert client.get(upload.get_absolute_url()).status_code == 404


def test_other_sites_show_only_what_nobody_in_particular_sees(client, kofi, send, garden):
    upload = send(kofi)
    hang([upload], garden)
    assert client.get(upload.get_absolute_url())["Cross-Origin-Resource-Policy"] == "cross-origin"
    client.force_login(kofi)
    assert client.get(upload.get_absolute_url())["Cross-Origin-Resource-Policy"] == "same-origin"
