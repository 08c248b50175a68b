"""The web server is killed while eight clients post. What a client was told is saved, is saved, once.

Seen to fail when the look for the key is taken out of `write_reply`: forms that had been saved without their
sender hearing of it then come back with 422 ("too fast") or 500 (the database, too, keeps a key only once).
With the key not stored either, they stand in the topic twice.
"""

import http.client
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from space.accounts.models import Trust, User
from space.discuss.actions.recounting import differences
from space.discuss.models import Post, Topic
from tests.serving import Web, session_of

CLIENTS = 8
# Each form comes from a person of its own, so that nobody writes too fast.
FORMS = 100
# So many are acknowledged before the server is killed; every seventh sender hangs up before the answer.
BEFORE_THE_KILL = 40
HANGS_UP = 7
TOKEN = "a" * 32


@dataclass(frozen=True)
class Form:
    """A reply that one person wants to send; the text names the form, so that a copy is seen."""

    number: int
    session: str
    key: str = field(default_factory=lambda: str(uuid4()))

    @property
    def text(self) -> str:
        return f"I sent form {self.number}."


class Clients:
    """Eight of them take forms from one pile, until it is empty or the server is gone."""

    def __init__(self, web: Web, topic: Topic, forms: list[Form]) -> None:
        self.web = web
        self.path = f"{topic.get_absolute_url()}reply"
        self.pile: SimpleQueue[Form] = SimpleQueue()
        self.acknowledged: dict[str, Form] = {}
        self.enough = threading.Semaphore(0)
        for form in forms:
            self.pile.put(form)

    def post(self) -> None:
        while True:
            try:
                form = self.pile.get_nowait()
                if form.number % HANGS_UP == 0:
                    self.hang_up(form)
                elif self.send(form) == 302:
                    self.acknowledged[form.key] = form
                    self.enough.release()
            except (Empty, OSError, http.client.HTTPException):
                return self.enough.release(FORMS)

    def send(self, form: Form) -> int:
        line = self.said(form)
        try:
            return line.getresponse().status
        finally:
            line.close()

    def hang_up(self, form: Form) -> None:
        """As a phone does that loses its connection after the button was pressed."""
        self.said(form).close()

    def said(self, form: Form) -> http.client.HTTPConnection:
        line = http.client.HTTPConnection("localhost", self.web.port, timeout=20)
        headers = {
            "Cookie": f"space_session={form.session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line.request("POST", self.path, urlencode({"text": form.text, "key": form.key}), headers)
        return line


@pytest.fixture
def web(transactional_db, tmp_path):
    server = Web(tmp_path)
    yield server
    server.kill()


@pytest.fixture
def forms(transactional_db):
    people = [User(name=f"Writer {number}", trust=Trust.MEMBER) for number in range(FORMS)]
    for person in people:
        person.set_unusable_password()
    User.objects.bulk_create(people)
    return [Form(number, session_of(person)) for number, person in enumerate(people)]


def test_what_was_acknowledged_survives_a_kill_and_what_was_not_can_be_sent_again(web, topic, forms):
    clients = Clients(web, topic, forms)
    kill_while_they_post(clients)
    web.start()

    saved = texts(topic)
    assert len(clients.acknowledged) >= BEFORE_THE_KILL
    assert {form.text for form in clients.acknowledged.values()} <= set(saved)
    assert set(saved.values()) == {1}

    rest = [form for form in forms if form.key not in clients.acknowledged]
    with ThreadPoolExecutor(CLIENTS) as senders:
        assert set(senders.map(clients.send, rest)) == {302}

    assert texts(topic) == Counter(form.text for form in forms)
    assert Topic.objects.for_actions().get(pk=topic.pk).posts_count == 1 + FORMS
    assert differences() == []


def kill_while_they_post(clients: Clients) -> None:
    clients.web.start()
    with ThreadPoolExecutor(CLIENTS) as posting:
        for _ in range(CLIENTS):
            posting.submit(clients.post)
        for _ in range(BEFORE_THE_KILL):
            clients.enough.acquire(timeout=30)
        clients.web.kill()


def texts(topic: Topic) -> Counter[str]:
    replies = Post.objects.for_actions().filter(topic=topic, number__gt=1)
    return Counter(replies.values_list("source", flat=True))
