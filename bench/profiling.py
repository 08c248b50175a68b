"""Where one process spends its time on one measurement, with nothing between it and the application."""

import cProfile
import io
import pstats
from time import process_time, thread_time
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode

from bench.client import Request
from bench.drive import MEASUREMENTS
from bench.pages import Next, Pages


def profile(name: str, requests: int, lines: int) -> None:
    """`name` as in the table, with who: `list, 50 people`."""
    from space.wsgi import application

    named = [found for found in MEASUREMENTS if name in f"{found.name}, {found.who}"]
    one = min(named, key=lambda found: not f"{found.name}, {found.who}".startswith(name))
    following = one.requests(Pages())
    _several(application, following, requests // 4)
    began = process_time()
    _several(application, following, requests)
    print(
        f"{one.name}, {one.who}: {(process_time() - began) * 1000 / requests:.2f} ms of this process a request\n"
    )
    watch = cProfile.Profile(thread_time)
    watch.enable()
    _several(application, following, requests)
    watch.disable()
    for order in ("tottime", "cumtime"):
        pstats.Stats(watch).sort_stats(order).print_stats(lines)


def _several(application: Any, following: Next, requests: int) -> None:
    for _ in range(requests):
        _ask(application, following())


def _ask(application: Any, request: Request) -> None:
    body = urlencode(request.form).encode() if request.form is not None else b""
    path, _, query = request.path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET" if request.form is None else "POST",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "SCRIPT_NAME": "",
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8390",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8390",
        "HTTP_COOKIE": request.cookie,
        "HTTP_ACCEPT_LANGUAGE": request.language,
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "REMOTE_ADDR": request.address or "127.0.0.1",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": True,
    }
    said: list[str] = []
    answer = application(environ, lambda status, *_: said.append(status))
    for _ in answer:
        pass
    if hasattr(answer, "close"):
        answer.close()
    if int(said[0][:3]) not in request.wanted:
        raise SystemExit(f"{request.path} answered {said[0]}")
