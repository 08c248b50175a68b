import re
from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.accounts.models import Nature, User
from space.accounts.readers import NOBODY
from space.archives.actions import archive_category, place_holders
from space.archives.keys import claim_key
from space.archives.mail.identity import message_key
from space.archives.models import ArchivedAuthor, ArchivedMessage, ImportRun
from space.archives.tests.reading_samples import SAMPLES
from space.discuss.actions import set_language
from space.discuss.actions.recounting import differences
from space.discuss.models import Category, Kind, Post, Topic
from space.uploads.models import Upload

MARCH, APRIL = "seedlist-2004-March.txt", "seedlist-2004-April.txt"


def topics() -> dict[str, Topic]:
    return {topic.title: topic for topic in Topic.objects.for_actions().select_related("closure", "author")}


def test_an_archive_becomes_closed_topics_with_every_number_right(bring, seeds):
    report = bring(MARCH, APRIL)
    assert (report.read, report.imported, report.present, len(report.refused)) == (10, 9, 1, 0)
    beans = topics()["Which beans for dry ground?"]
    assert (beans.kind, beans.is_closed, beans.listed) == (Kind.ARCHIVED, True, False)
    assert "Seed list" in beans.closure.reason
    assert (beans.posts_count, beans.highest_number, len(beans.people)) == (4, 4, 3)
    assert beans.created_at.isoformat() == "2004-03-01T08:12:40+00:00"
    assert beans.last_posted_at.isoformat() == "2004-04-03T06:30:00+00:00"
    seeds.refresh_from_db()
    assert (seeds.topics_count, seeds.posts_count) == (Topic.objects.for_actions().count(), 9)


def test_posts_stand_in_the_order_of_their_dates_and_know_whom_they_answer(bring):
    bring(APRIL, MARCH)
    posts = Post.objects.for_actions().filter(topic=topics()["Which beans for dry ground?"]).in_order()
    assert [post.author.name for post in posts] == [
        "Nomsa Khumalo@archive",
        "Pavel Dvořák@archive",
        "Inés Quiroga@archive",
        "Nomsa Khumalo@archive",
    ]
    assert [post.reply_to.number if post.reply_to else 0 for post in posts] == [0, 1, 2, 2]


def test_running_it_again_adds_nothing_and_later_files_only_what_is_new(bring):
    bring(MARCH)
    again = bring(MARCH)
    assert (again.imported, again.present) == (0, 8)
    later = bring(MARCH, APRIL)
    assert (later.imported, later.threads, later.threads_continued) == (2, 1, 1)
    assert differences() == []
    beans = topics()["Which beans for dry ground?"]
    assert (beans.posts_count, beans.highest_number) == (4, 4)


def test_files_in_the_wrong_order_end_in_the_same_threads(bring):
    bring(APRIL)
    bring(MARCH)
    beans = topics()["Which beans for dry ground?"]
    assert beans.posts_count == 4
    assert beans.last_posted_at.month == 4


def test_one_message_id_with_two_contents_is_two_messages_with_two_permalinks(bring):
    bring(MARCH)
    shared = ArchivedMessage.objects.for_actions().filter(message_hash=message_key("circle-2@lake.example"))
    assert shared.count() == 2
    assert len({message.key for message in shared} | {message_key("circle-2@lake.example")}) == 2


def test_no_address_reaches_the_database(bring):
    bring(MARCH, APRIL, "library.mbox", "kilns.mbox", "single.eml")
    said = [
        f"{post.source} {post.html} {post.topic.title}"
        for post in Post.objects.for_actions().select_related("topic")
    ]
    said += [user.name for user in User.objects.all()]
    text = "\n".join(said)
    assert not re.search(r"\w(?:@| at |\(at\))[\w.]*\w\.example", text)
    assert "nom…@…" in text or "no…@…" in text


def test_a_place_holder_cannot_sign_in_and_can_be_claimed_by_its_address_alone(bring):
    bring(MARCH)
    nomsa = ArchivedAuthor.objects.get(claim_key=claim_key("Nomsa@Garden.example ")).person
    assert (nomsa.nature, nomsa.is_active, nomsa.has_usable_password(), nomsa.email) == (
        Nature.ARCHIVED,
        False,
        False,
        "",
    )


def test_the_claim_key_is_worth_nothing_without_the_secret(settings):
    before = claim_key("nomsa@garden.example")
    settings.ARCHIVE_KEY = "another"
    assert claim_key("nomsa@garden.example") != before


def test_two_people_of_one_name_are_two_place_holders(db):
    people = place_holders({"a" * 64: "Ana", "b" * 64: "Ana", "c" * 64: "#<>"})
    names = {User.objects.get(pk=pk).name for pk in people.values()}
    assert names == {"Ana@archive", "Ana@archive-bbbbbbbb", "?@archive"}
    assert place_holders({"a" * 64: "Anna"}) == {"a" * 64: people["a" * 64]}


def test_each_message_has_its_language(bring):
    bring(MARCH, APRIL, "single.eml")
    languages = dict(Post.objects.for_actions().values_list("topic__title", "language"))
    assert languages["البئر"] == "ar"
    assert languages["種"] == "ja"
    assert languages["Which beans for dry ground?"] == "en"


def test_what_is_broken_is_told_with_its_place_and_does_not_stop_the_rest(bring, tmp_path):
    (tmp_path / "picture.dat").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    report = bring("library.mbox", tmp_path)
    assert report.imported == 5
    assert [why for _, why in report.refused] == ["no header of a message found"] * 2
    assert report.refused[0][0].startswith("library.mbox, message 6 (byte ")


def test_repairs_are_counted_by_their_kind(bring):
    report = bring(MARCH, "library.mbox")
    assert report.repaired["date"] == 2
    assert report.repaired["charset"] == 3
    assert report.repaired["structure"] == 1


def test_five_hundred_messages_cost_few_statements(bring, tmp_path):
    text = "".join(
        f"From a@b.example Mon Mar  1 10:00:00 2004\nFrom: a{n % 9}@b.example\nDate: Mon, 1 Mar 2004 10:00:00 +0000\n"
        f"Message-ID: <{n}@b.example>\nReferences: <{n % 40}@b.example>\nSubject: s {n % 40}\n\nText {n}\n\n"
        for n in range(400)
    )
    (tmp_path / "many.mbox").write_text(text)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        report = bring(tmp_path)
    assert (report.imported, report.threads) == (400, 40)
    assert len(queries) < 60


def test_an_archive_is_read_by_everybody_but_asks_search_engines_to_stay_away(bring, seeds):
    bring(MARCH)
    assert Topic.objects.visible_to(NOBODY).count() > 0
    assert (seeds.noindex, seeds.suppressed_from_latest, seeds.in_latest) == (True, True, False)


def test_a_category_for_conversations_takes_no_archive(questions, ada):
    with pytest.raises(ValidationError, match="no archive"):
        archive_category("questions", by=ada)


def test_the_command_tells_what_it_did(db, capsys):
    call_command("import_mailman", str(SAMPLES), "--category", "samples", "--list-name", "Samples")
    said = capsys.readouterr()
    assert "Messages read:      19" in said.out
    assert "Refused:            1" in said.out
    assert "library.mbox, message 6" in said.err
    assert "importing: 18 of 18" in said.err
    assert Category.objects.for_actions().get(slug="samples").name == "Samples"
    assert ImportRun.objects.get().report["read"] == 19


def test_the_command_refuses_a_file_that_is_not_there(db):
    with pytest.raises(CommandError, match="There is no /nowhere"):
        call_command("import_mailman", "/nowhere", "--category", "x")
    assert not Category.objects.for_actions().exists()


def test_a_document_that_came_along_hangs_on_its_post_and_other_files_are_counted(bring, client):
    report = bring("library.mbox")
    assert (report.attachments_kept, report.attachments_left) == (1, 1)
    upload = Upload.objects.visible_to(NOBODY).get()
    assert upload.name == "plán.pdf"
    post = Post.objects.for_actions().get(topic__title="Plan – first draft")
    assert (
        f'<a href="{upload.get_absolute_url()}">plán.pdf</a>' in post.html or quote("plán.pdf") in post.html
    )
    assert client.get(upload.get_absolute_url()).status_code == 200


def test_who_says_its_language_leaves_a_message_as_it_looks(bring, rosa):
    bring(MARCH)
    for post in Post.objects.for_actions():
        told = set_language(post, "fr", by=rosa)
        assert (told.language, told.html) == ("fr", post.html)
