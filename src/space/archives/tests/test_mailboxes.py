import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.archives.mail.letters import BrokenMessageError
from space.archives.mail.mailboxes import Mailbox, mail_files
from space.archives.mail.reading import read_heading
from space.archives.tests.reading_samples import SAMPLES, headings, patient, raws

COUNTS = {
    "seedlist-2004-March.txt": 8,
    "seedlist-2004-April.txt": 2,
    "library.mbox": 6,
    "kilns.mbox": 2,
    "single.eml": 1,
}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_a_file_has_as_many_messages_as_were_put_into_it(name, count):
    assert len(raws(name)) == count


def test_a_body_line_that_begins_with_from_stays_in_its_message():
    assert b"From the help page of the seed bank" in raws("seedlist-2004-March.txt")[0].data


def test_the_mark_that_mailboxes_put_before_from_is_taken_back():
    first, second = raws("kilns.mbox")
    assert b"\nFrom the first firing" in first.data
    assert b"\n>From is how" in first.data
    assert b"\n> >From the first" in second.data
    assert b"\nFrom here to the river" in raws("seedlist-2004-March.txt")[1].data


def test_a_compressed_file_reads_like_the_file_itself(tmp_path):
    plain = SAMPLES / "seedlist-2004-March.txt"
    packed = tmp_path / "march.txt.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    with Mailbox(packed) as mailbox:
        assert [mailbox.read(place).data for place in mailbox] == [raw.data for raw in raws(plain.name)]


def test_a_compressed_file_that_was_cut_off_gives_what_is_left_of_it(tmp_path):
    packed = tmp_path / "march.txt.gz"
    packed.write_bytes(gzip.compress((SAMPLES / "seedlist-2004-March.txt").read_bytes())[:-200])
    with Mailbox(packed) as mailbox:
        assert 1 <= len(list(mailbox)) <= 8


def test_a_place_finds_its_message_again():
    with Mailbox(SAMPLES / "library.mbox") as mailbox:
        places = list(mailbox)
        again = [mailbox.read(place).data for place in reversed(places)]
    assert again[::-1] == [raw.data for raw in raws("library.mbox")]


def test_a_folder_gives_its_files_in_order_without_hidden_ones_and_pages(tmp_path):
    for name in ("b.mbox", "a.txt", ".hidden", "index.html", "sub/c.eml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in mail_files([tmp_path])] == ["a.txt", "b.mbox", "c.eml"]


def test_what_is_no_message_is_refused_with_its_place():
    last = raws("library.mbox")[-1]
    with pytest.raises(BrokenMessageError, match="no header"):
        read_heading(last)
    assert str(last.place).startswith("library.mbox, message 6 (byte ")


def test_a_file_without_a_from_line_is_one_message_whatever_its_line_ends():
    (heading,) = headings("single.eml")
    assert (heading.author.name, heading.subject) == ("ليلى", "البئر")


_LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=60)
_BODY = st.lists(_LINE | _LINE.map(lambda line: f"From {line}"), max_size=8)


@patient
@given(st.lists(_BODY, min_size=1, max_size=6))
def test_every_message_put_into_a_mailbox_comes_out_of_it(tmp_path_factory, bodies_given):
    path: Path = tmp_path_factory.mktemp("box") / "box"
    text = ""
    # A bare "From" before a line that looks like a header parts messages in some archives, so no such line here.
    for number, body in enumerate(bodies_given):
        text += f"From a@b.example Mon Mar  1 10:00:{number:02} 2004\nSubject: number {number}\n\n"
        text += "".join(f"| {line}\n" if ":" in line else f"{line}\n" for line in body) + "\n"
    path.write_bytes(text.encode())
    with Mailbox(path) as mailbox:
        subjects = [read_heading(mailbox.read(place)).subject for place in mailbox]
    assert subjects == [f"number {number}" for number in range(len(bodies_given))]


def test_the_sizes_of_all_messages_add_up_to_the_file():
    with Mailbox(SAMPLES / "kilns.mbox") as mailbox:
        assert sum(place.length for place in mailbox) == len(mailbox)
