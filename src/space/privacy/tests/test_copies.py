"""A copy holds all of one's own and nothing of others; one person gets it, for two days."""

import gc
import json
import re
import tracemalloc
from datetime import timedelta
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.personal import parts
from space.accounts.tests.people import person, sign_in
from space.kit import clock
from space.messages.actions import begin_message
from space.notifications.models import Letter
from space.privacy import folder, packing
from space.privacy.actions import ask_copy, forget_old_copies, make_copy
from space.privacy.models import Copy
from space.privacy.tests.marked import NAME, WORD, is_known, marked_person, plans, writes
from space.testing.long import grow
from space.testing.rooms import say
from space.testing.telling import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path) -> None:
    settings.MEDIA_ROOT, settings.DATA = tmp_path / "media", tmp_path


def made(someone: User) -> Copy:
    copy = ask_copy(someone)
    make_copy(copy.pk)
    return Copy.objects.get(pk=copy.pk)


def opened(copy: Copy) -> ZipFile:
    return ZipFile(folder.place(copy.file))


def rows(archive: ZipFile, name: str) -> list[dict]:
    return json.loads(archive.read(f"{name}.json"))


def test_all_of_ones_own_is_in_it_as_data_and_as_text(questions, kofi):
    marked = marked_person()
    writes(marked, questions, kofi)
    plans(marked, kofi)
    is_known(marked, kofi)
    archive = opened(made(marked))
    assert archive.testzip() is None
    post = next(row for row in rows(archive, "discuss/posts") if row["versions_before"])
    assert (WORD in post["text"], WORD in post["versions_before"][0]["text"]) == (True, True)
    assert rows(archive, "account")[0]["email"] == f"{NAME}@example.org".lower()
    assert {row["measure"] for row in rows(archive, "moderation/penalties")} == {"silence"}
    assert rows(archive, "discuss/votes")[0]["chosen"] == ["Salt"]
    assert WORD in archive.read("discuss/drafts.md").decode()
    assert [name.partition("/")[0] for name in archive.namelist() if name.endswith(".png")] == ["files"]
    full = {part.name for part in parts() if part.rows and rows(archive, part.name)}
    assert {"blog/stories", "events/attendance", "events/words", "discuss/following"} <= full
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
    assert [said for said in ("Bread", "is right", "pbkdf2", "scrypt") if said in everything] == []


def test_its_door_is_in_the_language_of_its_person_and_leads_to_every_file(questions, kofi):
    marked = marked_person()
    writes(marked, questions, kofi)
    User.objects.filter(pk=marked.pk).update(language="ar")
    archive = opened(made(User.objects.get(pk=marked.pk)))
    page, text = archive.read("index.html").decode(), archive.read("README.md").decode()
    assert '<html lang="ar" dir="rtl">' in page
    named = {unquote(one) for one in re.findall(r'href="([^"]+)"', page)}
    filled = {f"{part.name}.json" for part in parts() if part.rows and rows(archive, part.name)}
    texts = {name for name in archive.namelist() if name.endswith(".md")} - {"README.md"}
    sent = {name for name in archive.namelist() if name.startswith(("files/", "picture/"))}
    assert sent
    assert named == filled | texts | sent
    assert [name for name in named if f"`{name}`" not in text] == []
    assert {name.removesuffix(".json") for name in filled} == {name.removesuffix(".md") for name in texts}


def test_it_says_who_reads_what_one_wrote_and_which_conversations_one_is_in(topic, lena, kofi):
    say(topic, (lena, "Said to everybody."))
    with clock.at(clock.now() + timedelta(minutes=5)):
        begin_message(by=lena, title="Between us", text="Said to one.", people=[kofi])
    archive = opened(made(lena))
    read_by = {row["text"]: row["read_by"] for row in rows(archive, "discuss/posts")}
    assert (read_by["Said to everybody."], read_by["Said to one."]) == ("public", "people")
    assert "Between us" in archive.read("discuss/posts.md").decode()
    assert [row["title"] for row in rows(archive, "discuss/private")] == ["Between us"]


def test_it_names_no_title_that_one_may_not_see_any_more(secret, kofi, circle):
    archive = opened(made(kofi))
    assert rows(archive, "discuss/posts")[0]["title"] == secret.title
    circle.memberships.all().delete()
    with clock.at(clock.now() + timedelta(days=2)):
        assert [row["title"] for row in rows(opened(made(kofi)), "discuss/posts")] == [""]


def test_one_at_a_time_and_two_a_day(lena):
    first = ask_copy(lena)
    assert ask_copy(lena) == first
    make_copy(first.pk)
    made(lena)
    with pytest.raises(ValidationError):
        ask_copy(lena)


def test_it_is_told_and_gone_after_two_days(lena):
    User.objects.filter(pk=lena.pk).update(email="lena@example.org")
    copy = made(lena)
    make_copy(copy.pk)
    assert told(lena) == ["The copy of your data is ready"]
    assert Letter.objects.filter(person=lena).count() == 1
    assert folder.place(copy.file).stat().st_mode & 0o777 == 0o600
    with clock.at(clock.now() + timedelta(hours=49)):
        forget_old_copies()
    assert not folder.place(copy.file).exists()


def test_only_its_person_fetches_it_and_only_with_a_fresh_proof(client, settings):
    someone = person()
    sign_in(client)
    client.post(reverse("privacy:mine"))
    copy = made(someone)
    there = reverse("privacy:fetch", args=[copy.pk])
    answer = client.get(there)
    assert ZipFile(BytesIO(b"".join(answer.streaming_content))).namelist()
    assert answer.headers["Cache-Control"] == "private, no-store"
    person("Lena@local")
    other = Client()
    sign_in(other, "Lena@local")
    assert other.get(there).status_code == 404
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    stale = client.get(there)
    assert stale.url.startswith(reverse("account_reauthenticate"))
    with clock.at(clock.now() + timedelta(hours=49)):
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
        assert client.get(there).status_code == 404


def test_many_posts_need_no_more_memory_than_few(topic, kofi, tmp_path, monkeypatch):
    told, held = packing.told, []

    def measured(row: dict, depth: int = 3) -> str:
        if row.get("number", 0) % 700 == 0:
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
        return told(row, depth)

    grow(topic, kofi, 2_200)
    packing.pack(kofi, tmp_path / "first.zip")
    monkeypatch.setattr(packing, "told", measured)
    tracemalloc.start()
    packing.pack(kofi, tmp_path / "second.zip")
    tracemalloc.stop()
    assert len(held) >= 3
    assert held[-1] < 1.5 * held[-3]
