"""The test wiki on a port of this machine, for the demo."""

from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from space.pages.demo.testwiki.wiki import COOKIE, NotRecorded, Said, TestWiki, asked_from

_MOST = 100_000


class Handler(BaseHTTPRequestHandler):
    """Turns requests of the web into those of the stand-in, and back."""

    wiki: TestWiki

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """The demo tells of its own doings only."""

    def _answer(self) -> None:
        length = min(int(self.headers.get("Content-Length") or 0), _MOST)
        bearer = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        cookies = SimpleCookie(self.headers.get("Cookie") or "")
        cookie = cookies[COOKIE].value if COOKIE in cookies else ""
        asked = asked_from(self.command, self.path, self.rfile.read(length), bearer, cookie)
        try:
            said = self.wiki.answer(asked)
        except NotRecorded:
            said = Said(404, "The test wiki has no such page.", content_type="text/plain; charset=utf-8")
        self._say(said)

    def _say(self, said: Said) -> None:
        body = said.body.encode()
        self.send_response(said.status)
        self.send_header("Content-Type", said.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if said.location:
            self.send_header("Location", said.location)
        if said.logs_in:
            self.send_header("Set-Cookie", f"{COOKIE}={said.logs_in}; Path=/w/; HttpOnly; SameSite=Lax")
        self.end_headers()
        self.wfile.write(body)


def serving(wiki: TestWiki, port: int) -> ThreadingHTTPServer:
    """On this machine alone. Port 0 takes any that is free."""
    handler = type("Serving", (Handler,), {"wiki": wiki})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)
