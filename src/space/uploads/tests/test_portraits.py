"""Pictures of people: a small square that everybody sees, and nothing else of what was sent."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from space.accounts.actions import shut_account
from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.actions import write_reply
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.uploads.actions import forget_lost_pictures, remove_picture, show_picture
from space.uploads.permissions import can_change_picture, can_remove_picture
from space.uploads.tests.makers import film, picture, reading, saved, svg

PAGE = "/uploads/picture"


@pytest.fixture
def now(django_capture_on_commit_callbacks):
    """What is left for after the commit happens at once."""

    def act(work):
        with django_capture_on_commit_callbacks(execute=True):
            return work()

    return act


def shown(person: User):
    return face_of(User.objects.get(pk=person.pk))


def show(person: User, data: bytes | None = None) -> str:
    return show_picture(ContentFile(data or picture("JPEG", (300, 200))), by=person)


def body(client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def stored(media) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*.webp"))


@pytest.mark.parametrize("size", [(300, 200), (200, 300), (10, 900), (48, 48), (1, 1)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_becomes_two_squares(client, lena, kind, size):
    show(lena, picture(kind, size))
    face = shown(lena)
    assert reading(body(client, face.picture)).size == (48, 48)
    assert reading(body(client, face.large)).size == (96, 96)


def test_the_square_is_cut_from_the_middle(client, lena):
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (100, 0, 200, 100))
    show(lena, saved(wide, "PNG"))
    square = reading(body(client, shown(lena).large)).convert("RGB")
    assert all(square.getpixel(at)[2] > 200 for at in ((4, 4), (91, 91), (48, 48)))


def test_a_picture_is_turned_upright_and_says_nothing_of_its_maker(client, lena):
    tall = Image.new("RGB", (100, 100), "red")
    tall.paste("blue", (0, 0, 100, 50))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 3, "Camera of Lena"
    show(lena, saved(tall, "JPEG", exif=exif))
    data = body(client, shown(lena).large)
    assert reading(data).convert("RGB").getpixel((48, 80))[2] > 200
    assert b"Camera" not in data
    assert not reading(data).getexif()


def test_what_one_can_see_through_is_white_because_a_letter_stands_behind(client, lena):
    show(lena, saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "PNG"))
    assert reading(body(client, shown(lena).picture)).convert("RGB").getpixel((24, 24)) == (255, 255, 255)


def test_of_what_moves_the_first_moment_is_shown(client, lena):
    show(lena, film("GIF"))
    assert getattr(reading(body(client, shown(lena).picture)), "n_frames", 1) == 1


def test_a_row_pays_little_for_a_picture(client, lena):
    show(lena, saved(Image.effect_noise((400, 400), 80).convert("RGB"), "JPEG"))
    assert len(body(client, shown(lena).picture)) < 2_500


@pytest.mark.parametrize("data", [svg("<circle r='9'/>"), b"%PDF-1.4", b"MZ", b"", b"\xff\xd8\xff cut"])
def test_what_is_no_photo_is_refused_with_words(client, lena, data, media):
    client.force_login(lena)
    answer = client.post(PAGE, {"file": SimpleUploadedFile("me.jpg", data)})
    assert answer.status_code == 422
    assert 'class="field__error"' in answer.content.decode()
    assert stored(media) == []
    assert not shown(lena).picture


def test_a_file_that_is_too_large_is_told(client, lena, settings):
    settings.UPLOAD_BYTES = 1000
    client.force_login(lena)
    answer = client.post(PAGE, {"file": SimpleUploadedFile("me.jpg", bytes(3000))})
    assert answer.status_code == 422
    assert "too large" in answer.content.decode()


def test_a_new_picture_takes_the_place_of_the_old_one(client, lena, media, now):
    now(lambda: show(lena))
    old = shown(lena)
    now(lambda: show(lena, picture("PNG", (99, 99))))
    assert len(stored(media)) == 2
    assert client.get(old.picture).status_code == 404
    assert body(client, shown(lena).picture)


def test_one_is_a_letter_again_when_one_wants(client, lena, media, now):
    now(lambda: show(lena))
    client.force_login(lena)
    now(lambda: client.post("/uploads/picture/remove"))
    now(lambda: client.post("/uploads/picture/remove"))
    assert not shown(lena).picture
    assert stored(media) == []
    assert not LogEntry.objects.filter(what="picture-removed").exists()


def test_the_sixth_picture_of_a_day_waits(lena):
    for _ in range(5):
        show(lena)
    with pytest.raises(ValidationError) as refused:
        show(lena)
    assert refused.value.code == "too_fast"


def test_a_moderator_takes_a_picture_away_and_the_log_says_why(client, lena, rosa, media, now):
    now(lambda: show(lena))
    client.force_login(rosa)
    address = f"/uploads/people/{lena.name.replace(' ', '_')}/remove"
    assert f'href="{address.replace("ü", "%C3%BC")}"' in client.get(lena.get_absolute_url()).content.decode()
    assert client.post(address, {"reason": ""}).status_code == 422
    now(lambda: client.post(address, {"reason": "It shows somebody else"}))
    entry = LogEntry.objects.get(what="picture-removed")
    assert (entry.by, entry.thing_id, entry.reason.text) == (rosa, lena.pk, "It shows somebody else")
    assert stored(media) == []
    assert "Remove the picture" not in client.get(lena.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("who", "own", "others"),
    [
        ("nobody", False, False),
        ("amina", True, False),
        ("kofi", True, False),
        ("viktor", False, False),
        ("rosa", True, True),
        ("ada", True, True),
    ],
)
def test_who_may_change_and_remove_pictures(request, lena, who, own, others, django_assert_num_queries):
    someone = request.getfixturevalue(who)
    reader = reader_of(someone) if isinstance(someone, User) else someone
    with django_assert_num_queries(0):
        assert bool(can_change_picture(reader)) is own
        assert bool(can_remove_picture(reader, lena)) is others
    assert not can_remove_picture(reader_of(lena), lena)


def test_a_picture_stands_in_rows_posts_and_ones_menu_at_once(client, lena, kofi, topic, hearing):
    Bucket.objects.all().delete()
    write_reply(topic, by=kofi, text="We photograph the cards.")
    client.force_login(lena)
    pages = ("/discuss/", topic.get_absolute_url())
    before = [client.get(path).content.decode() for path in pages]
    assert all("/uploads/people/" not in text for text in before)

    show(lena)
    from space.web.versions import EVERYTHING, ledger

    ledger.note(EVERYTHING)
    small, large = shown(lena).picture, shown(lena).large
    row, post = (client.get(path).content.decode() for path in pages)
    assert f'L<img src="{small}" width="48" height="48" alt="" loading="lazy"></span>' in row
    assert (
        f'L<img src="{small}" srcset="{large} 2x" width="48" height="48" alt="" loading="lazy"></a>' in post
    )
    assert row.count(f"{large} 2x") == 1


def test_pictures_are_kept_by_browsers_for_ever_and_are_for_everybody(client, lena, viktor):
    show(lena)
    client.force_login(viktor)
    answer = client.get(shown(lena).picture)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"] == "image/webp"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["x" * 32 + "/48", "0" * 32 + "/48", "0" * 32 + "/47", "..%2f..%2fsecret_key/48"]
)
def test_what_is_no_picture_is_not_found(client, db, path):
    assert client.get(f"/uploads/people/{path}.webp").status_code == 404


def test_files_that_no_account_shows_go_at_night(client, lena, kofi, media, now):
    now(lambda: show(lena))
    now(lambda: show(kofi))
    shut_account(kofi)
    assert not shown(kofi).picture
    assert forget_lost_pictures() == 0
    with clock.at(timezone.now() + timedelta(hours=2)):
        assert forget_lost_pictures() == 1
    assert len(stored(media)) == 2
    assert body(client, shown(lena).picture)


def test_a_picture_that_nobody_could_be_given_leaves_no_file(lena, media, monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr("space.uploads.actions.portraits.choose_picture", broken)
    with pytest.raises(RuntimeError):
        show(lena)
    assert stored(media) == []


def test_removing_what_is_not_there_changes_nothing(lena, rosa):
    assert not remove_picture(lena, by=rosa, reason="Twice")
    assert not LogEntry.objects.filter(what="picture-removed").exists()


def test_the_page_without_javascript_says_what_will_be_kept(client, lena):
    client.force_login(lena)
    answer = client.post(PAGE, {"file": SimpleUploadedFile("me.jpg", picture("JPEG"))}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    text = answer.content.decode()
    assert "This is how you are shown now." in text
    assert "a small square from its middle and nothing else" in text
    assert 'enctype="multipart/form-data"' in text
    assert Image.open(BytesIO(body(client, shown(lena).picture))).format == "WEBP"
