"""A small client that costs little: kept connections, the answer read whole, nothing unpacked."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter, sleep
from urllib.parse import urlencode

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Request:
    path: str
    cookie: str = ""
    form: dict[str, str] | None = None
    wanted: frozenset[int] = frozenset({200})
    language: str = "en"
    # From where, as a proxy tells it.
    address: str = ""


@dataclass
class Outcome:
    """What came of many requests."""

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    bytes: int = 0
    kept: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def requests(self) -> int:
        return len(self.milliseconds)


class Connection:
    def __init__(self, port: int) -> None:
        self.port = port
        self._open()

    def _open(self) -> None:
        self.socket = socket.create_connection((HOST, self.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.socket.makefile("rb", buffering=65536)

    def ask(self, request: Request) -> tuple[int, dict[bytes, bytes], bytes]:
        """Status, headers in lower case, body as it was sent."""
        sent = self._head(request)
        try:
            self.socket.sendall(sent)
            return self._answer()
        except (ConnectionError, ValueError):
            if request.form is not None:
                raise
            self._open()
            self.socket.sendall(sent)
            return self._answer()

    def _head(self, request: Request) -> bytes:
        body = urlencode(request.form).encode() if request.form is not None else b""
        lines = [
            f"{'GET' if request.form is None else 'POST'} {request.path} HTTP/1.1",
            f"Host: localhost:{self.port}",
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64) bench",
            "Accept: text/html",
            f"Accept-Language: {request.language}",
            "Accept-Encoding: gzip, br",
        ]
        lines += [f"Cookie: {request.cookie}"] if request.cookie else []
        lines += [f"X-Forwarded-For: {request.address}"] if request.address else []
        if request.form is not None:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body

    def _answer(self) -> tuple[int, dict[bytes, bytes], bytes]:
        first = self.reader.readline()
        if not first:
            raise ConnectionResetError("The server closed the connection")
        status = int(first.split(b" ", 2)[1])
        headers: dict[bytes, bytes] = {}
        while line := self.reader.readline().rstrip():
            name, _, value = line.partition(b":")
            headers[name.lower()] = value.strip()
        if headers.get(b"transfer-encoding") == b"chunked":
            return status, headers, b"".join(self._chunks())
        return status, headers, self.reader.read(int(headers.get(b"content-length", b"0")))

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.reader.readline(), 16):
            yield self.reader.read(size)
            self.reader.readline()
        self.reader.readline()


def drive(
    port: int, requests: Callable[[], Request], *, clients: int, seconds: float, pace: float = 0
) -> Outcome:
    """So many clients ask one after the other for so long. `requests` gives the next one, to any client.

    With a `pace`, each client asks so many times a second at most.
    """
    outcome, lock = Outcome(), threading.Lock()
    until = perf_counter() + seconds

    def one() -> None:
        connection, slot = Connection(port), perf_counter()
        while perf_counter() < until:
            if pace:
                slot += 1 / pace
                sleep(max(0.0, slot - perf_counter()))
            with lock:
                request = requests()
            began = perf_counter()
            status, headers, body = connection.ask(request)
            took = (perf_counter() - began) * 1000
            with lock:
                outcome.milliseconds.append(took)
                outcome.bytes += len(body)
                outcome.kept += b"age" in headers
                if status not in request.wanted:
                    outcome.failures.append(f"{status} at {request.path}")

    began = perf_counter()
    threads = [threading.Thread(target=one) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.seconds = perf_counter() - began
    return outcome
