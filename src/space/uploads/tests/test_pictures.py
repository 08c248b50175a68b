from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, PngImagePlugin

from space.administration.actions import change_setting
from space.uploads import numbers
from space.uploads.keeping import clean
from space.uploads.kinds import Kind, kind_of
from space.uploads.pictures import resized
from space.uploads.tests.makers import film, picture, reading, saved

EVERY_KIND = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]
SECRET = b"51 degrees north"


def _with_secrets(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    more = {"comment": SECRET} if kind in {"JPEG", "GIF"} else {}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", SECRET.decode())
        more = {"pnginfo": notes}
    if kind in {"JPEG", "WEBP"}:
        more["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    return picture(kind, **more, **({} if kind == "GIF" else {"exif": exif}))


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_what_a_picture_says_of_its_maker_is_not_kept(kind):
    before = _with_secrets(kind)
    after = clean(before)

    assert SECRET in before
    assert SECRET not in after.data
    assert (after.width, after.height) == (40, 30)
    assert kind_of(after.data) is after.kind


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_bytes_behind_the_picture_are_not_kept(kind):
    assert b"<script>" not in clean(picture(kind) + b"<script>alert(1)</script>").data


def test_a_picture_that_lay_on_its_side_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = clean(picture("JPEG", exif=exif))

    assert (made.width, made.height) == (30, 40)
    assert not reading(made.data).getexif()


def test_colours_are_brought_to_the_profile_that_every_browser_assumes():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = reading(clean(picture("PNG", icc_profile=profile)).data)

    assert "icc_profile" not in made.info
    assert made.convert("RGB").getpixel((0, 0)) == pytest.approx((200, 30, 90), abs=2)


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "LA", "RGBA", "I;16", "YCbCr"])
def test_pictures_of_every_mode_are_taken(mode):
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    image = (
        Image.new(mode, (9, 7)) if mode == "I;16" else Image.new("RGBA", (9, 7)).convert("RGB").convert(mode)
    )
    assert clean(saved(image, kind)).width == 9


def test_what_was_see_through_stays_so():
    made = clean(saved(Image.new("RGBA", (9, 7), (0, 0, 0, 0)), "PNG"))
    assert reading(made.data).convert("RGBA").getpixel((3, 3))[3] == 0


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_what_moves_keeps_moving_as_webp(kind):
    made = clean(film(kind))

    assert made.kind is Kind.WEBP
    assert made.moves
    assert reading(made.data).n_frames == 5


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_file_that_was_cut_off_is_refused_in_words(kind, share):
    whole = saved(Image.effect_noise((200, 200), 80).convert("RGB"), kind)
    with pytest.raises(ValidationError) as refused:
        clean(whole[: int(len(whole) * share)])
    assert refused.value.code in {"broken", "unknown_kind"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_noise_behind_the_right_first_bytes_is_refused_in_words(kind):
    with pytest.raises(ValidationError) as refused:
        clean(picture(kind)[:32] + bytes(range(256)) * 8)
    assert refused.value.code == "broken"


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_opened():
    bomb = saved(Image.new("1", (30_000, 30_000)), "PNG")

    assert len(bomb) < 200_000
    with pytest.raises(ValidationError) as refused:
        clean(bomb)
    assert refused.value.code == "too_many_pixels"


def test_frames_count_together():
    with pytest.raises(ValidationError) as refused:
        clean(film("GIF", frames=50, size=(1000, 900)))
    assert refused.value.code == "too_many_pixels"


def test_a_text_chunk_that_swells_is_refused():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "A" * 3_000_000, zip=True)
    with pytest.raises(ValidationError) as refused:
        clean(picture("PNG", pnginfo=notes))
    assert refused.value.code == "broken"


def test_a_large_picture_is_kept_at_the_longest_side_we_keep(settings):
    settings.UPLOAD_SIDE = 400
    made = clean(picture("JPEG", (1000, 500)))
    assert (made.width, made.height) == (400, 200)


def test_a_smaller_size_keeps_the_shape():
    made = resized(picture("PNG", (1000, 501)), Kind.PNG, 320)
    assert (made.kind, made.width, made.height) == (Kind.WEBP, 320, 160)
    assert Image.open(BytesIO(made.data)).size == (320, 160)


def test_a_larger_file_than_allowed_is_refused(settings):
    settings.UPLOAD_BYTES = 100
    with pytest.raises(ValidationError) as refused:
        clean(b"\xff\xd8\xff" + bytes(100))
    assert refused.value.code == "too_large"


def test_administrators_choose_how_large_files_and_pictures_may_be(ada):
    change_setting(numbers.UPLOAD_SIDE, 640, by=ada)
    assert clean(picture("PNG", (1200, 900))).width == 640

    change_setting(numbers.UPLOAD_PIXELS, 1_000_000, by=ada)
    with pytest.raises(ValidationError, match="at most 1 million"):
        clean(picture("PNG", (1200, 900)))
    assert Image.MAX_IMAGE_PIXELS > 50_000_000, "what people may send is no limit for our own pictures"

    change_setting(numbers.UPLOAD_BYTES, 100_000, by=ada)
    with pytest.raises(ValidationError, match="too large"):
        clean(b"\xff\xd8\xff" + bytes(100_000))
