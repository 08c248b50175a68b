import pytest

from space import markup
from space.accounts.readers import NOBODY, reader_of
from space.uploads.actions import hang
from space.uploads.kinds import Kind
from space.uploads.names import safe_name
from space.uploads.tests.makers import svg
from space.uploads.text import files, numbers_in, picture, references, snippet


def test_a_text_shows_a_picture_with_its_sizes(lena, send, things):
    upload = send(lena, alt="A door")
    html = markup.render(snippet(upload), files=files(lena)).html

    assert f'src="/uploads/{upload.pk}/photo.png"' in html
    assert f"/uploads/{upload.pk}/320/photo.png 320w" in html
    assert 'width="900"' in html
    assert 'height="600"' in html
    assert 'alt="A door"' in html


def test_what_the_markup_found_is_what_is_hung_up(lena, send, things):
    upload = send(lena)
    rendered = markup.render(f"See {snippet(upload)}", files=files(lena))
    assert numbers_in(rendered.uploads) == [upload.pk]


def test_a_writer_shows_only_what_the_writer_sees(lena, kofi, send, things, circle):
    upload = send(kofi)
    hang([upload], circle)

    assert files(reader_of(lena))({str(upload.pk)}) == {}
    assert files(NOBODY)({str(upload.pk)}) == {}
    assert str(upload.pk) in files(kofi)({str(upload.pk)})


def test_odd_references_find_nothing(lena, things):
    assert files(lena)({"", "x", "-1", "٣", "9" * 400, "1 OR 1=1"}) == {}
    assert files(lena)({"99999999999999999999999999"}) == {}


def test_references_of_a_source_each_once_and_in_order():
    text = "![a](upload:7) [b](/uploads/3/x.pdf) <https://here.example/uploads/7/y.png> upload:x /uploads/"
    assert references(text) == [7, 3]


def test_a_document_is_a_link(lena, send, things):
    upload = send(lena, b"%PDF-1.4\n", name="minutes.pdf")
    assert snippet(upload) == f"[minutes](upload:{upload.pk})"
    html = markup.render(snippet(upload), files=files(lena)).html
    assert f'<a href="/uploads/{upload.pk}/minutes.pdf"' in html


def test_a_picture_tag_escapes_what_people_wrote(lena, send):
    tag = picture(send(lena, alt='"><script>'))
    assert "<script>" not in tag
    assert 'loading="lazy"' in tag


def test_a_drawing_has_its_size_and_no_smaller_ones(lena, send):
    tag = picture(send(lena, svg("<path/>")))
    assert 'width="40" height="20"' in tag
    assert "srcset" not in tag


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("photo.JPEG", "photo.png"),
        ("../../etc/passwd", "passwd.png"),
        ("C:\\Users\\me\\a b.png", "a-b.png"),
        ("ਪੰਜਾਬੀ ਫੋਟੋ.png", "ਪੰਜਾਬੀ-ਫੋਟੋ.png"),
        ("صورة\u202egnp.exe", "صورة-gnp.png"),
        ('a"b<c>(d)[e].png', "a-b-c-d-e.png"),
        ("line\nbreak\r\nX-Evil: 1.png", "line-break-X-Evil-1.png"),
        (".htaccess", "htaccess.png"),
        ("...", "file.png"),
        ("", "file.png"),
        ("é" * 300 + ".png", "é" * 80 + ".png"),
    ],
)
def test_names_stay_in_their_script_and_break_nothing(given, kept):
    assert safe_name(given, Kind.PNG) == kept
