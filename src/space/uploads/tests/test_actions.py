from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import User
from space.kit import clock
from space.uploads.actions import attach, forget_loose, hang, keep_file, make_sizes
from space.uploads.kinds import Kind
from space.uploads.models import Hanging, State, Upload
from space.uploads.tests.makers import film, picture, svg

LATER = timedelta(hours=49)


def _files(media):
    return [path for path in media.rglob("*") if path.is_file()]


def test_a_file_that_is_sent_twice_is_there_once(lena, send, media):
    first, second = send(lena), send(lena, alt="A door")

    assert first == second
    assert second.alt == "A door"
    assert len(_files(media)) == 1


def test_sending_again_what_already_hangs_somewhere_makes_a_new_one(lena, send, garden):
    first = send(lena)
    hang([first], garden)
    assert send(lena) != first


def test_the_job_makes_sizes_that_are_smaller_than_the_picture(lena, send):
    upload = send(lena)
    job = ProcrastinateJob.objects.get(task_name="uploads.make_sizes")
    make_sizes(job.args["upload"])
    make_sizes(job.args["upload"])

    upload = Upload.objects.for_actions().get(pk=upload.pk)
    assert upload.state == State.READY
    assert list(upload.made_sizes.order_by("width").values_list("width", "kind")) == [
        (320, Kind.WEBP),
        (640, Kind.WEBP),
    ]


@pytest.mark.parametrize("data", [svg("<path/>"), b"%PDF-1.4\n...", film(size=(700, 20), frames=3)])
def test_drawings_documents_and_films_need_no_sizes(lena, send, data):
    upload = send(lena, data, name="thing")
    assert (upload.state, upload.widths) == (State.READY, [])
    assert not ProcrastinateJob.objects.filter(task_name="uploads.make_sizes").exists()


def test_a_refused_file_leaves_nothing_behind(lena, send, media):
    with pytest.raises(ValidationError):
        send(lena, b"MZ this is a program")
    assert not _files(media)
    assert not Upload.objects.for_actions().exists()


def test_a_file_is_not_left_in_the_store_when_its_row_cannot_be_written(lena, send, media, monkeypatch):
    monkeypatch.setattr(Upload, "save", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send(lena)
    assert not _files(media)


def test_a_newcomer_sends_fewer_files_and_refused_ones_count(amina, send):
    for number in range(9):
        send(amina, svg(f'<path d="M{number} 0"/>'))
    with pytest.raises(ValidationError) as refused:
        send(amina, b"no picture at all")
    assert refused.value.code == "unknown_kind"
    with pytest.raises(ValidationError) as refused:
        send(amina)
    assert refused.value.code == "too_fast"


def test_the_machine_sends_as_many_as_an_archive_holds(db, send):
    system = User.objects.system()
    for number in range(80):
        send(system, svg(f'<path d="M{number} 0"/>'))


def test_a_text_hangs_up_what_it_names_and_takes_down_what_it_no_longer_does(lena, send, garden):
    one, two = send(lena), send(lena, picture("JPEG"))
    attach(garden, by=lena, addresses=[one.get_absolute_url(), f"upload:{two.pk}"])
    attach(garden, by=lena, addresses=[f"/uploads/{two.pk}/320/photo.jpg"])

    assert list(Hanging.objects.values_list("upload_id", flat=True)) == [two.pk]
    loose = Upload.objects.for_actions().filter(loose_since__isnull=False)
    assert list(loose) == [one]


def test_naming_somebody_elses_file_hangs_nothing_up(lena, kofi, send, garden):
    theirs = send(kofi)
    assert attach(garden, by=lena, addresses=[f"upload:{theirs.pk}"]) == []


def test_a_moderator_who_edits_leaves_the_writers_picture_where_it_hangs(lena, rosa, send, garden):
    upload = send(lena)
    attach(garden, by=lena, addresses=[upload.reference])
    assert attach(garden, by=rosa, addresses=[upload.reference]) == [upload]


def test_what_hangs_on_nothing_for_two_days_goes_with_its_sizes(
    lena, send, garden, media, django_capture_on_commit_callbacks
):
    stays = send(lena, picture("JPEG", (400, 300)))
    hang([stays], garden)
    make_sizes(send(lena).pk)
    with clock.at(clock.now() + LATER), django_capture_on_commit_callbacks(execute=True):
        assert forget_loose() == 1

    assert list(Upload.objects.for_actions()) == [stays]
    assert len(_files(media)) == 1


def test_what_was_taken_down_today_has_two_more_days(lena, send, garden):
    upload = send(lena)
    attach(garden, by=lena, addresses=[upload.reference])
    with clock.at(clock.now() + LATER):
        attach(garden, by=lena, addresses=[])
        assert forget_loose() == 0


def test_empty_bytes_are_named_as_such(lena, tmp_path):
    (tmp_path / "empty").touch()
    with (tmp_path / "empty").open("rb") as file, pytest.raises(ValidationError) as refused:
        keep_file(file, by=lena, name="x.png")
    assert refused.value.code == "empty"
