import socketserver
import stat
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from procrastinate.contrib.django.models import ProcrastinateJob

from space.notifications.mail import actions, transports
from space.notifications.mail.transports import Envelope, NotNow, Refused, transport
from space.notifications.models import Letter

LETTER = Envelope(
    "Space <space@space.example>", ["Léa <lea@exämple.org>"], b"Subject: Hi\n\n.hidden dot\nBye\n"
)


class Conversation(socketserver.StreamRequestHandler):
    """A mail server that answers as the test wants."""

    def handle(self):
        self.wfile.write(b"220 hello\r\n")
        while line := self.rfile.readline():
            word = line.strip().upper().split(b":")[0].split(b" ")[0]
            self.server.heard.append(line.strip())
            if word == b"DATA" and self.server.says.get(b"DATA", b"354")[:1] == b"3":
                self.wfile.write(b"354 go on\r\n")
                while (text := self.rfile.readline()) != b".\r\n":
                    self.server.heard.append(text)
                word = b"."
            self.wfile.write(self.server.says.get(word, b"250 ok") + b"\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.heard, server.says, server.daemon_threads = [], {b"DATA": b"354"}, True
        server.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_mail_server_gets_the_letter_as_it_was_written(server):
    transport(server.url)(LETTER)

    heard = b"\n".join(server.heard)
    assert b"mail FROM:<space@space.example>" in heard
    assert b"rcpt TO:<lea@xn--exmple-cua.org>" in heard
    assert b"..hidden dot\r\n" in heard


@pytest.mark.parametrize(("word", "answer", "error"), [
    (b"RCPT", b"550 no such person", Refused),
    (b"RCPT", b"450 try later", NotNow),
    (b"MAIL", b"550 not you", Refused),
    (b"DATA", b"554 spam", Refused),
    (b"DATA", b"451 busy", NotNow),
])  # fmt: skip
def test_no_and_not_now_are_told_apart(server, word, answer, error):
    server.says[word] = answer
    with pytest.raises(error) as raised:
        transport(server.url)(LETTER)
    assert "lea" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_a_server_that_is_away_is_an_error_to_try_again(server):
    server.shutdown()
    server.server_close()
    with pytest.raises(OSError, match="refused"):
        transport(server.url)(LETTER)


def test_a_folder_gets_one_file_a_letter_that_only_its_owner_reads(tmp_path):
    for _ in range(3):
        transport(f"file://{tmp_path}/out%20box")(LETTER)
    files = list((tmp_path / "out box").iterdir())

    assert len(files) == 3
    assert {file.suffix for file in files} == {".eml"}
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


@pytest.mark.parametrize("address", ["smtp:host", "smtp://", "file:relative", "http://x", "mail.example.org"])
def test_a_way_that_cannot_be_is_named(address):
    with pytest.raises(ImproperlyConfigured, match="SPACE_EMAIL_URL"):
        transport(address)


@pytest.mark.django_db
def test_mails_of_django_and_allauth_take_the_same_way(settings, monkeypatch):
    settings.EMAIL_URL = "memory:"
    monkeypatch.setattr(transports, "outbox", [])
    with get_connection("space.notifications.mail.backend.ByAddress") as connection:
        message = EmailMessage(
            "Reset", "Follow the link.", "space@space.example", ["a@example.org"], connection=connection
        )
        assert message.send() == 1
        assert EmailMessage("To nobody", "x", connection=connection).send() == 0
    job = ProcrastinateJob.objects.get(task_name="mail.send_letter")
    actions.send_letter(job.args["letter"])

    (sent,) = transports.outbox
    assert sent.recipients == ["a@example.org"]
    assert b"Auto-Submitted: auto-generated" in sent.mime
    assert Letter.objects.get().recipients == []


@pytest.mark.django_db
def test_a_letter_that_is_refused_is_given_up_and_one_that_is_put_off_is_not(settings, server, rosa):
    settings.EMAIL_URL = server.url
    rosa.email = "rosa@example.org"
    rosa.save()
    letter = Letter.objects.create(
        person=rosa, sender="a@b.example", message_id="<1>", mime=b"Subject: x\n\nx"
    )
    server.says[b"RCPT"] = b"451 later"
    with pytest.raises(NotNow):
        actions.send_letter(letter.pk)
    letter.refresh_from_db()
    assert letter.given_up_at is None

    server.says[b"RCPT"] = b"550 never"
    actions.send_letter(letter.pk)
    letter.refresh_from_db()
    assert letter.because == "refused: 550"
