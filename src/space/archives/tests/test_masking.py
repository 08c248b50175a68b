import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from space.archives.mail.masking import mask_address, mask_addresses
from space.archives.tests.reading_samples import patient

WAYS = [
    "thandi@example.org",
    "thandi at example.org",
    "thandi (at) example.org",
    "thandi(at)example(dot)org",
    "thandi [at] example [dot] org",
    "thandi <at> example.org",
    "thandi AT example DOT org",
    "thandi @ example.org",
    "<thandi@example.org>",
    "<mailto:thandi@example.org>",
    "mailto:thandi@example.org?subject=Hello",
    "thandi%40example.org",
    "thandi&#64;example.org",
    "thandi＠example.org",
    "thandi\n> at example.org",
    "thandi@\nexample.org",
    "'thandi@example.org'",
    "https://example.net/?to=thandi@example.org",
    "https://thandi@example.org/private",
    "thandi at 192.0.2.7",
    "thandi@[192.0.2.7]",
    "thandi @ending from example@org",
    "thandi @end|ng |rom ex@mp|e@org",
    "THANDI@EXAMPLE.ORG",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "around", ["{}", "Write to {}.", "On Monday, Thandi {} wrote:", "> > {}\n\n-- \nThandi"]
)
def test_an_address_is_masked_however_it_is_written(way, around):
    masked = mask_addresses(around.format(way)).lower()
    assert "example.org" not in masked.replace("https://example.net", "")
    assert "thandi@" not in masked
    assert "192.0.2" not in masked
    assert "tha…@…" in masked or "thandi" not in masked.replace("thandi " + masked[masked.find("tha…") :], "")


@pytest.mark.parametrize(
    "address", ["राम@डेटामेल.भारत", "用户@例子.公司", "josé@example.org", '"two words"@example.org']
)
def test_addresses_of_all_scripts_are_masked(address):
    assert address.split("@")[1] not in mask_addresses(f"→ {address} ←")


@pytest.mark.parametrize(
    "text",
    [
        "The manual is available at www.example.org now.",
        "See the code at example.org/code for more.",
        "We meet at noon. Look at this!",
        "object@slot <- 3 # R code",
        "a clock of 2 @ 3.5 GHz",
        "@amina said so, and @property too",
    ],
)
def test_what_is_no_address_stays(text):
    assert mask_addresses(text) == text


def test_a_mask_shows_three_letters_at_most_and_never_more_than_half():
    assert mask_address("thandi.dlamini@example.org") == "tha…@…"
    assert mask_address("jo@example.org") == "j…@…"
    assert mask_address("x@example.org") == "…@…"


_LOCAL = st.from_regex(r"[a-z0-9][a-z0-9._+-]{0,30}[a-z0-9]", fullmatch=True)
_HOST = st.from_regex(r"[a-z][a-z0-9-]{3,15}(\.[a-z][a-z0-9-]{1,8}){0,2}\.[a-z]{2,8}", fullmatch=True)
_SIGN = st.sampled_from(["@", " at ", " AT ", " (at) ", "[at]", "%40", " @ ", "＠", "\n> at "])
_AROUND = st.text(st.sampled_from(" \n>.,;:()<>\"'|-*_abc é漢"), max_size=20)


@patient
@given(_AROUND, _LOCAL, _SIGN, _HOST, _AROUND)
@example("", "ab", "@", "host.example", "")
def test_no_host_of_an_address_is_left(before, local, sign, host, after):
    masked = mask_addresses(f"{before} {local}{sign}{host} {after}")
    said = local in {"it", "is", "or", "and", "not", "are", "was", "be", "but", "here", "page"}
    assert host not in masked or host.startswith(("www.", "ftp.", "cran.")) or said


@patient
@given(st.text(st.sampled_from("ab@.: \n<>([{at}])%40…-\"'"), max_size=80))
def test_masking_twice_changes_nothing_more(text):
    once = mask_addresses(text)
    assert mask_addresses(once) == once


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "a." * 25_000, "a at " * 10_000, '"a' * 20_000 + "@", " \t" * 20_000]
)
def test_no_text_makes_masking_slow(text):
    """Quadratic time would not come back within the patience of whoever runs the tests."""
    mask_addresses(text + "@")
