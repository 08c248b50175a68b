import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.archives.mail.flowed import unflowed
from space.archives.mail.headers import split_head
from space.archives.mail.html_text import text_of_html
from space.archives.mail.reading import read_body
from space.archives.tests.reading_samples import bodies, message, patient


@pytest.fixture(scope="module")
def library():
    return bodies("library.mbox")


def test_of_two_forms_the_plain_one_is_read_and_flowed_lines_are_whole(library):
    assert library[0].text.split("\n") == [
        "The reading room opens on Monday, and there will be tea for everybody who comes before ten.",
        ">> who has the key?",
        "> I do.",
        "From now on, ask at the desk.",
    ]


def test_html_becomes_text_with_links_lists_and_quotes(library):
    assert library[1].text == (
        "Café list: the list <https://reading.example/list> and nothing, ask us.\n\n"
        "* one\n* two\n\n> as said\n> before"
    )


def test_a_mail_with_a_file_and_a_mail_inside_gives_all_of_it(library):
    plan = library[2]
    assert plan.text.startswith("Le plan est prêt.")
    assert "> From: Old Friend" in plan.text
    assert plan.text.endswith("> It hangs behind the door.")
    assert [(file.name, file.media_type, file.data) for file in plan.attachments] == [
        ("plán.pdf", "application/pdf", b"%PDF-1.4\n")
    ]
    assert plan.repairs == {"charset"}


def test_a_mail_that_promises_parts_and_has_none_shows_its_text(library):
    assert library[3].text == "This body has no parts at all, whatever the head says."
    assert library[3].repairs == {"structure"}


def test_a_file_within_the_text_is_taken_out_of_it(library):
    assert library[4].text == "Here is the file:\n\n\n\nThat was it."
    assert [(file.name, file.data) for file in library[4].attachments] == [("hello.txt", b"hello world")]


def test_japanese_in_its_old_charset_is_read():
    assert bodies("seedlist-2004-April.txt")[1].text.startswith("種を交換しませんか。")


def test_deleted_spaces_of_flowed_text_are_deleted():
    assert unflowed("東京 \n都\n-- \nme", delsp=True) == "東京都\n-- \nme"


@pytest.mark.parametrize("depth", [1, 100, 2000])
def test_mails_within_mails_end_somewhere(depth):
    lines = ["Content-Type: multipart/mixed; boundary=b0", ""]
    for level in range(depth):
        lines += [f"--b{level}", f"Content-Type: multipart/mixed; boundary=b{level + 1}", ""]
    lines += [f"--b{depth}", "Content-Type: text/plain", "", "the kernel"]
    assert isinstance(read_body(message(*lines)).text, str)


def test_a_part_without_end_is_read_to_the_end_of_the_mail():
    raw = message(
        "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/plain", "", "to the end"
    )
    assert read_body(raw).text == "to the end"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit", "x-uuencode", "nonsense", ""])
def test_a_body_that_is_not_what_its_encoding_says_is_still_a_text(encoding):
    raw = message("Content-Type: text/plain", f"Content-Transfer-Encoding: {encoding}", "", "*** =ZZ =")
    assert isinstance(read_body(raw).text, str)


def test_a_mark_of_html_that_never_ends_is_no_trouble():
    for broken in ("<![", "<!--", "<a href='", "<p" * 2000, "&#x110000;&#0;", "<![CDATA[x", "</" * 500):
        assert isinstance(text_of_html(f"before {broken}"), str)


@patient
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=x", "message/rfc822"]),
)
def test_no_bytes_break_a_body(data, kind):
    whole = f"Content-Type: {kind}\n\n".encode() + data
    head, _ = split_head(whole)
    assert len(head) == 1
    raw = message()
    text = read_body(type(raw)(raw.place, "", whole)).text
    assert "\0" not in text
