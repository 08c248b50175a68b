import pytest

from space.uploads.kinds import Kind, kind_of
from space.uploads.tests.makers import film, picture, svg


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture("JPEG"), Kind.JPEG),
        (picture("PNG"), Kind.PNG),
        (film("GIF"), Kind.GIF),
        (picture("WEBP"), Kind.WEBP),
        (picture("AVIF"), Kind.AVIF),
        (film("AVIF"), Kind.AVIF),
        (svg("<path/>"), Kind.SVG),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- hello -->\n" + svg(""), Kind.SVG),
        (b"%PDF-1.7\n", Kind.PDF),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00",
        b"<html>",
        b"\x7fELF",
        picture("BMP"),
        picture("TIFF"),
        picture("ICO"),
        b"RIFF1234WAVE",
    ],
)
def test_other_files_are_not_taken(data):
    assert kind_of(data) is None
