import email
import email.policy
from datetime import timedelta

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import Nature, User
from space.accounts.resting.actions import rest
from space.kit import clock
from space.notifications.mail import Thread, actions, transports, unsubscribing
from space.notifications.mail import send as send_mail
from space.notifications.models import Letter

THREAD = Thread(about="post.12", after=["topic.7", "post.9"], room="questions", room_name="Questions & فهرس")


@pytest.fixture(autouse=True)
def way_out(settings, monkeypatch):
    settings.EMAIL_URL = "memory:"
    monkeypatch.setattr(transports, "outbox", [])
    settings.HOSTS = ["space.example"]
    settings.DEFAULT_FROM_EMAIL = "Wikimedia Space <space@space.example>"
    return transports


@pytest.fixture
def reader(lena):
    User.objects.filter(pk=lena.pk).update(email="lena@example.org")
    lena.refresh_from_db()
    return lena


def _run():
    """What the worker does: the jobs as they stand in the queue."""
    for job in ProcrastinateJob.objects.filter(task_name="mail.send_letter").order_by("pk"):
        actions.send_letter(job.args["letter"])


def _sent():
    _run()
    return [email.message_from_bytes(e.mime, policy=email.policy.default) for e in transports.outbox]


def test_a_letter_says_where_it_belongs(reader):
    send_mail(
        reader, subject="How old is it?", text="About 90 years.", html="<p>About 90 years.</p>", thread=THREAD
    )
    (mail,) = _sent()

    assert mail["Subject"] == "Re: [Space] How old is it?"
    assert mail["To"] == "Lena Müller <lena@example.org>"
    assert mail["Message-ID"] == "<post.12@space.example>"
    assert mail["In-Reply-To"] == "<post.9@space.example>"
    assert mail["References"] == "<topic.7@space.example> <post.9@space.example>"
    assert mail["List-Id"].endswith("<questions.space.example>")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_a_letter_that_begins_a_conversation_is_no_reply(reader):
    send_mail(reader, subject="Hello", text="…", thread=Thread(about="topic.7"))
    (mail,) = _sent()
    assert mail["Subject"] == "[Space] Hello"
    assert mail["In-Reply-To"] is None


def test_every_script_arrives_as_it_was(reader):
    send_mail(
        reader,
        subject="ਪੰਜਾਬੀ ਵਿੱਚ",
        text="مرحبا بالعالم\nпривіт",
        html="<p>مرحبا</p>",
        language="ar",
        author="Віктор",
    )
    (mail,) = _sent()

    assert mail["Subject"] == "[Space] ਪੰਜਾਬੀ ਵਿੱਚ"
    assert mail["From"] == "Віктор · Wikimedia Space <space@space.example>"
    assert mail.get_body(("plain",)).get_content().strip() == "مرحبا بالعالم\nпривіт"
    assert '<html lang="ar" dir="rtl">' in mail.get_body(("html",)).get_content()
    transports.outbox[0].mime.partition(b"\n\n")[0].decode("ascii")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_nobody_smuggles_a_header_in(reader, break_):
    User.objects.filter(pk=reader.pk).update(name=f"Lena{break_}Bcc: all@example.org")
    evil = f"Hello{break_}Bcc: all@example.org"
    send_mail(
        reader, subject=evil, text="x", author=evil, thread=Thread(about="post.1", room="r", room_name=evil)
    )
    (mail,) = _sent()

    assert mail["Bcc"] is None
    assert transports.outbox[0].recipients == ["lena@example.org"]


def test_one_click_stops_a_kind_of_mail(reader, settings):
    send_mail(reader, subject="Hello", text="x", kind="watched")
    (mail,) = _sent()

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = mail["List-Unsubscribe"].strip(" <>")
    assert address.startswith(settings.ORIGIN)
    token = address.rpartition("/")[2]
    assert unsubscribing.read(token) == (reader.pk, "watched")
    assert unsubscribing.read(token[:-1] + "x") is None


@pytest.mark.parametrize(
    "change", [{"email": ""}, {"is_active": False}, {"nature": Nature.ARCHIVED}, {"nature": Nature.SYSTEM}]
)
def test_nothing_goes_to_who_cannot_read_it(reader, change):
    before = send_mail(reader, subject="Written before", text="x")
    User.objects.filter(pk=reader.pk).update(**change)
    reader.refresh_from_db()

    assert send_mail(reader, subject="Written after", text="x") is None
    assert _sent() == []
    before.refresh_from_db()
    assert before.because == "no address"


def test_it_goes_to_the_address_of_the_day_it_is_sent(reader):
    send_mail(reader, subject="Hello", text="x")
    User.objects.filter(pk=reader.pk).update(email="new@example.org")
    (mail,) = _sent()
    assert "new@example.org" in mail["To"]


def test_the_same_news_goes_out_once_however_often_it_is_told(reader):
    for _ in range(3):
        send_mail(reader, subject="Hello", text="x", thread=THREAD)
        _run()
    assert len(transports.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_sends_nothing(reader):
    with transaction.atomic():
        send_mail(reader, subject="Hello", text="x")
        transaction.set_rollback(True)
    assert not Letter.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_what_a_letter_said_is_forgotten_once_it_is_sent(reader):
    letter = send_mail(reader, subject="A secret", text="x")
    _run()
    letter.refresh_from_db()
    assert letter.sent_at
    assert bytes(letter.mime) == b""


def test_letters_wait_while_no_way_out_is_set(reader, settings):
    settings.EMAIL_URL = ""
    letter = send_mail(reader, subject="Hello", text="x")
    assert _sent() == []

    settings.EMAIL_URL = "memory:"
    with clock.at(clock.now() + timedelta(hours=1)):
        assert actions.post_waiting() == 1
        assert len(_sent()) == 1
    letter.refresh_from_db()
    assert letter.sent_at


def test_old_news_is_given_up(reader):
    letter = send_mail(reader, subject="Hello", text="x")
    with clock.at(clock.now() + timedelta(days=4)):
        assert _sent() == []
    letter.refresh_from_db()
    assert (letter.because, bytes(letter.mime)) == ("too old", b"")


def test_the_memory_of_letters_ends(reader):
    send_mail(reader, subject="Hello", text="x")
    _run()
    assert actions.forget_old() == 0
    with clock.at(clock.now() + timedelta(days=31)):
        assert actions.forget_old() == 1


def test_letters_wait_while_their_reader_takes_a_break(reader):
    rest(reader, until=clock.now() + timedelta(days=7))
    send_mail(reader, subject="News", text="Of today.")
    send_mail(reader, subject="Your copy", text="You asked for it.", at_once=True)
    assert [mail["Subject"] for mail in _sent()] == ["[Space] Your copy"]
    with clock.at(clock.now() + timedelta(days=6)):
        assert (actions.post_waiting(), actions.forget_old()) == (0, 0)


def test_a_letter_that_waited_for_the_end_of_a_break_is_not_too_old(reader):
    rest(reader, until=clock.now() + timedelta(days=7))
    send_mail(reader, subject="News", text="Of that day.")
    with clock.at(clock.now() + timedelta(days=7, hours=1)):
        assert actions.post_waiting() == 1
        assert [mail["Subject"] for mail in _sent()] == ["[Space] News"]
