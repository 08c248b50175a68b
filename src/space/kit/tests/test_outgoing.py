"""The way out, tried against servers of our own that behave badly."""

import gzip
import socket
import ssl
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from space.kit import addresses, outgoing
from space.kit.outgoing import NoAnswer, Why, ask, get


class Server:
    """Answers every connection by what a test says: bytes, or a function that is given the connection."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.heard, self.says, self.tls = [], {}, None
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=[line], daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError):
            self._say(line)

    def _say(self, line: socket.socket) -> None:
        with line if self.tls is None else self.tls.wrap_socket(line, server_side=True) as line:
            asked = line.recv(65_536).decode()
            while asked.startswith("POST") and asked.endswith("\r\n\r\n"):
                asked += line.recv(65_536).decode()
            self.heard.append(asked)
            says = self.says.get(asked.split(" ")[1], b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            line.sendall(says) if isinstance(says, bytes) else says(line)


def http(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


@pytest.fixture
def server(settings):
    one = Server()
    settings.PRIVATE_HOSTS = [f"127.0.0.1:{one.port}"]
    yield one
    one.listening.close()


def why(url: str, at_most: int = 1000, seconds: float = 3.0) -> Why:
    with pytest.raises(NoAnswer) as told:
        get(url, at_most=at_most, seconds=seconds)
    return told.value.why


def test_what_is_asked_for_comes_back_and_we_say_who_we_are(server, settings):
    settings.ORIGIN, settings.CONTACT = "https://space.example.org", "ops@example.org"
    server.says["/a?b=c"] = http(b"hello", Content_Type="text/plain", Set_Cookie="a=b")
    answer = get(server.url("/a?b=c"), at_most=5, seconds=3)
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"hello", "text/plain")
    assert (
        "User-Agent: WikimediaSpace/1.0 (https://space.example.org/about/; ops@example.org)"
        in server.heard[0]
    )
    get(server.url("/a?b=c"), at_most=5, seconds=3)
    assert "Cookie" not in server.heard[1]


def test_what_is_secret_is_sent_once_and_follows_no_redirect(server):
    server.says["/token"] = http(b"{}")
    ask(server.url("/token"), form={"code": "a b&c"}, at_most=5, seconds=3)
    said = server.heard[0]
    assert said.startswith("POST /token ")
    assert said.endswith("code=a+b%26c")
    assert "Content-Type: application/x-www-form-urlencoded" in said

    server.says["/profile"] = http(status="302 Found", Location="/elsewhere")
    assert ask(server.url("/profile"), bearer="eyJ", at_most=5, seconds=3).status == 302
    assert "Authorization: Bearer eyJ" in server.heard[1]
    assert len(server.heard) == 2


def test_an_error_of_the_other_side_is_an_answer(server):
    server.says["/"] = http(b"busy", "429 Too Many Requests", Retry_After="7")
    answer = get(server.url(), at_most=100, seconds=3)
    assert (answer.status, answer.headers["retry-after"]) == (429, "7")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/",
        "https://",
        "https://someone:secret@example.org/",
        "http://example.org:5432/",
        "http://example.org:99999/",
        "http://[::1",
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(url):
    assert why(url) == Why.REFUSED


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
)
def test_this_machine_is_not_asked_under_any_of_its_names(host):
    assert why(f"http://{host}/") == Why.REFUSED


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("185.15.59.224", True),
        ("2a02:ec80:300:ed1a::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:185.15.59.224", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::b90f:3be0", True),
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_the_internets(address, is_public):
    assert addresses.is_public(address) is is_public


def test_a_name_that_leads_into_our_network_is_refused_even_beside_a_public_address(monkeypatch):
    def told(*_: object, **__: object):
        return [(2, 1, 6, "", ("185.15.59.224", 80)), (2, 1, 6, "", ("10.0.0.5", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    assert why("http://rebind.example.org/") == Why.REFUSED


def test_a_name_is_looked_up_once_and_the_connection_goes_where_it_led(monkeypatch, server):
    """Whoever answers for a name cannot say another address after the first one was looked at."""
    asked = []

    def told(host: str, port: int, **_: object):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", server.port))]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    monkeypatch.setattr(addresses, "is_public", lambda address: len(asked) == 1)
    server.says["/"] = http(b"hello")
    assert get("http://wiki.example.org/", at_most=10, seconds=3).body == b"hello"
    assert asked == ["wiki.example.org"]
    assert "Host: wiki.example.org\r\n" in server.heard[0]


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://169.254.169.254/", "//[::1]/", "file:///etc/passwd"]
)
def test_a_redirect_is_looked_at_like_the_first_address(server, to):
    server.says["/"] = http(status="302 Found", Location=to)
    assert why(server.url()) == Why.REFUSED


def test_redirects_are_followed_to_an_end(server):
    server.says["/"] = http(status="301 Moved", Location="/caf\u00e9")
    server.says["/caf%C3%A9"] = http(b"there")
    answer = get(server.url(), at_most=10, seconds=3)
    assert (answer.body, answer.url) == (b"there", server.url("/caf%C3%A9"))
    server.says["/round"] = http(status="302 Found", Location="/round")
    assert why(server.url("/round")) == Why.REFUSED
    assert len(server.heard) == 2 + 5


def test_a_body_is_never_larger_than_asked_for(server):
    def endless(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            line.sendall(b"x" * 10_000)

    server.says["/endless"] = endless
    server.says["/bomb"] = http(gzip.compress(b"\0" * 5_000_000), Content_Encoding="gzip")
    server.says["/packed"] = http(gzip.compress(b"small" * 100), Content_Encoding="gzip")
    assert why(server.url("/endless")) == Why.TOO_LARGE
    assert why(server.url("/bomb")) == Why.TOO_LARGE
    assert get(server.url("/packed"), at_most=500, seconds=3).body == b"small" * 100


@pytest.mark.parametrize(
    "what", [b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b""]
)
def test_who_answers_a_letter_at_a_time_is_left_when_time_is_up(server, what):
    def slow(line: socket.socket) -> None:
        line.sendall(what)
        while True:
            line.sendall(b"y")
            time.sleep(0.05)

    server.says["/"] = slow  # for ever, so that who comes back at all has left it
    assert why(server.url(), seconds=0.5) == Why.TOO_SLOW


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_half_an_answer_is_none(server, answer):
    server.says["/"] = answer
    assert why(server.url()) == Why.UNREACHABLE


def test_where_nobody_listens_we_are_told_so(settings):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings.PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
    assert why(f"http://127.0.0.1:{port}/") == Why.UNREACHABLE


def certified(name: str, folder) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate for this name that nobody but us trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(subject, subject, key.public_key(), 1, now, now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    pem = made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
    (folder / "cert").write_bytes(pem)
    (folder / "key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    return context


def test_a_certificate_has_to_be_trusted_and_for_the_name_that_was_asked(monkeypatch, tmp_path, server):
    server.tls = certified("wiki.example.org", tmp_path)
    server.says["/"] = http(b"hello")
    found = [(2, 1, 6, "", ("127.0.0.1", server.port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(addresses, "is_public", lambda _: True)
    assert why("https://wiki.example.org/") == Why.UNREACHABLE

    trusted = ssl.create_default_context(cafile=tmp_path / "cert")
    monkeypatch.setattr(outgoing, "_trusted", lambda: trusted)
    assert get("https://wiki.example.org/", at_most=10, seconds=3).body == b"hello"
    assert why("https://other.example.org/") == Why.UNREACHABLE


def test_who_answers_for_names_cannot_hold_us(monkeypatch):
    enough, waited = threading.Event(), []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: waited.append(enough.wait(30)) or [])
    try:
        assert why("http://slow.example.org/", seconds=0.3) == Why.TOO_SLOW
        assert waited == []
    finally:
        enough.set()


def test_what_comes_after_the_end_of_what_was_packed_is_not_kept(server):
    server.says["/more"] = http(gzip.compress(b"hello") + b"x" * 100_000, Content_Encoding="gzip")
    assert why(server.url("/more")) is Why.TOO_LARGE
