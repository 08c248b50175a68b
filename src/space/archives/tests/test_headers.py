import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.archives.mail.authors import read_author
from space.archives.mail.charsets import codec, decode
from space.archives.mail.dates import date_of, read_date
from space.archives.mail.headers import decoded, split_head
from space.archives.mail.reading import read_heading
from space.archives.mail.subjects import common_tag, is_answer, subject_key, title_of
from space.archives.tests.reading_samples import headings, message, patient


@pytest.mark.parametrize(
    ("header", "name", "address"),
    [
        ("nomsa at garden.example (Nomsa Khumalo)", "Nomsa Khumalo", "nomsa@garden.example"),
        ('"Nomsa, the gardener" <nomsa@garden.example>', "Nomsa, the gardener", "nomsa@garden.example"),
        (
            "=?iso-8859-2?q?Pavel_Dvo=F8=E1k?= <pavel@orchard.example>",
            "Pavel Dvořák",
            "pavel@orchard.example",
        ),
        ("nomsa at garden.example (nomsa@garden.example)", "no…@…", "nomsa@garden.example"),
        ("nomsa@garden.example", "no…@…", "nomsa@garden.example"),
        ("Zed via Kilns <kilns@lists.example>", "Zed", "kilns@lists.example"),
        ("Somebody", "Somebody", ""),
        ("", "", ""),
    ],
)
def test_an_author_has_a_name_without_address(header, name, address):
    author = read_author(header)
    assert (author.name, author.address) == (name, address)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon, 1 Mar 2004 10:12:40 +0200", "2004-03-01T08:12:40"),
        ("Tue Mar  2 07:01:00 2004", "2004-03-02T07:01:00"),
        ("Tue, 1 Apr 97 11:48:02 +0200", "1997-04-01T09:48:02"),
        ("7 Jul 2019 12:00 GMT", "2019-07-07T12:00:00"),
        ("Fri, 6 Apr 2007 15:43:55 -0700 (PDT)", "2007-04-06T22:43:55"),
        ("Mon, 1 Mar 2004 10:12:40 +9999", "2004-03-01T10:12:40"),
        ("2004-03-01 10:12", "2004-03-01T10:12:00"),
        ("Montag, 1. March 2004", "2004-03-01T00:00:00"),
    ],
)
def test_dates_are_read_as_mail_programs_wrote_them(text, iso):
    found = read_date(text)
    assert found is not None
    assert found.isoformat().startswith(iso)


@pytest.mark.parametrize(
    "text", ["", "soon", "Thu, 1 Jan 1970 00:00:00 +0000", "Mon, 1 Mar 2604 10:00:00 +0000", "32 Foo 2004"]
)
def test_a_date_that_cannot_be_true_is_none(text):
    assert read_date(text) is None


def test_a_date_after_the_arrival_is_repaired_from_the_envelope():
    date, repaired = date_of(
        "Wed, 3 Mar 2010 10:00:00 +0200", "From a@b.example Wed Mar  3 10:00:00 2004", []
    )
    assert (date.year, repaired) == (2004, True)


def test_without_a_date_the_first_stop_on_the_way_tells_it():
    stops = ["from x by y; Thu, 4 Mar 2004 10:00:09 +0000", "from a by x; Thu, 4 Mar 2004 10:00:01 +0000"]
    date, repaired = date_of("", "", stops)
    assert (date.second, repaired) == (1, True)


@pytest.mark.parametrize(
    "charset", ["x-unknown", "bad-charset", "unknown-8bit", "", "hex", "rot13", "utf\0", "ütf-8"]
)
def test_a_charset_that_nobody_knows_still_gives_the_text(charset):
    assert codec(charset) is None
    assert decode("Café".encode("cp1252"), charset) == ("Café", True)
    assert decode("Café".encode(), charset)[0] == "Café"


def test_a_character_cut_by_two_encoded_words_is_whole_again():
    assert decoded("=?utf-8?q?Caf=C3?=\n =?utf-8?q?=A9_noir?= =?utf-8?b?4oKs?=") == "Café noir€"


def test_encoded_words_that_are_broken_harm_nobody():
    for broken in ("=?utf-8?b?!!!?=", "=?utf-8?q?=ZZ?=", "=?nope?q?a=E9?=", "=?utf-8?b?A?=", "=?=?=?="):
        assert isinstance(decoded(broken), str)


def test_a_header_in_bare_eight_bit_is_read():
    ines = headings("seedlist-2004-March.txt")[2]
    assert ines.author.name == "Inés Quiroga"
    assert "charset" in ines.repairs


def test_a_mark_of_an_answer_is_known_in_many_languages():
    for subject in (
        "Re: x",
        "RE[2]: x",
        "AW: x",
        "SV: x",
        "[Seedlist] Vá: x",
        "回复：x",
        "Ответ: x",
        "Re^3: x",
        "R: x",
    ):
        assert is_answer(subject), subject
        assert subject_key(subject) == "x", subject
    assert not is_answer("Fwd: x")
    assert not is_answer("Regarding: x")


def test_a_title_loses_the_marks_and_the_tag_of_the_list_only():
    assert title_of("[Seedlist] Re: AW: [Seedlist] [PATCH 1/2] beans", "seedlist") == "[PATCH 1/2] beans"
    assert common_tag(["[Seedlist] a", "Re: [Seedlist] b", "c"]) == "seedlist"


def test_vowel_signs_make_another_subject():
    assert subject_key("Re: कि") != subject_key("Re: की")


def test_what_answers_nothing_but_itself_answers_nothing():
    heading = read_heading(message("Message-ID: <a@b>", "References: <a@b>", "In-Reply-To: <a@b>", "", "x"))
    assert (heading.references, heading.hints) == ((), ())


@patient
@given(st.binary(max_size=300))
def test_no_bytes_break_a_head(data):
    head, body = split_head(data)
    assert len(body) <= len(data)
    for name in ("from", "subject", "date"):
        head.get(name)
    date_of(head.get("date"), "", head.all("received"))
