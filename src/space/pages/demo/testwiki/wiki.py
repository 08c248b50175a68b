"""What the test wiki answers. No network and no framework: a request goes in, an answer comes out."""

import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from space.pages.demo.testwiki import pages
from space.pages.demo.testwiki.people import Account, accounts

COOKIE = "testwiki"
# Where the demo has it send people back to; a test compares it with the address that there is.
WAY_BACK = "/accounts/wiki/back/"
_REST = "/w/rest.php/oauth2"


class NotRecorded(AssertionError):
    """A MediaWiki would answer this; the stand-in does not know how."""


@dataclass(frozen=True)
class Asked:
    """A request. `form` holds what was sent, `cookie` the number of the account one is logged in with."""

    method: str
    url: str
    form: Mapping[str, str] = field(default_factory=dict)
    bearer: str = ""
    cookie: str = ""

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, str]:
        return _fields(urlsplit(self.url).query)


@dataclass(frozen=True)
class Said:
    """An answer. MediaWiki calls the JSON of a profile text/html, and so do we."""

    status: int
    body: str = ""
    location: str = ""
    content_type: str = "text/html; charset=UTF-8"
    # The number of the account that logged in with this.
    logs_in: str = ""


@dataclass
class _Code:
    account: Account
    challenge: str
    back: str
    used: bool = False


class TestWiki:
    """`back` is the one address to which it sends people back, compared letter by letter."""

    # Not a class of tests.
    __test__ = False

    def __init__(
        self, back: str, client: str, secret: str, people: Iterable[Account] | None = None, origin: str = ""
    ) -> None:
        self.back, self.client, self.secret, self.origin = back, client, secret, origin
        self.people = {str(one.sub): one for one in (accounts() if people is None else people)}
        self._codes: dict[str, _Code] = {}
        self._tokens: dict[str, Account] = {}

    def answer(self, asked: Asked) -> Said:
        routes = {
            ("GET", f"{_REST}/authorize"): self._authorize,
            ("POST", f"{_REST}/access_token"): self._token,
            ("GET", f"{_REST}/resource/profile"): self._profile,
            ("GET", "/w/api.php"): self._api,
            ("GET", "/w/index.php"): self._page,
            ("POST", "/w/index.php"): self._pressed,
        }
        found = routes.get((asked.method, asked.path))
        if found is None:
            raise NotRecorded(f"{asked.method} {asked.url}")
        return found(asked)

    def _authorize(self, asked: Asked) -> Said:
        query = asked.query
        is_ours = query.get("client_id") == self.client and query.get("redirect_uri") == self.back
        if not is_ours or query.get("response_type") != "code":
            return Said(200, pages.connection_error())
        person = self.people.get(asked.cookie)
        if person is None:
            return Said(307, location=self._at("Special:UserLogin", query))
        if query.get("approval_pass") != "1":
            return Said(307, location=self._at("Special:OAuth/approve", query))
        code = f"def50200{secrets.token_hex(340)}"
        self._codes[code] = _Code(person, query.get("code_challenge", ""), query["redirect_uri"])
        return Said(302, location=f"{self.back}?{urlencode({'code': code, 'state': query.get('state', '')})}")

    def _page(self, asked: Asked) -> Said:
        query = asked.query
        if query.get("title") == "Special:UserLogin":
            return Said(200, pages.login(self.people.values(), query.get("returntoquery", "")))
        if query.get("title") == "Special:OAuth/approve" and asked.cookie in self.people:
            person = self.people[asked.cookie]
            return Said(200, pages.approve(person, query.get("returntoquery", ""), self.back))
        raise NotRecorded(asked.url)

    def _pressed(self, asked: Asked) -> Said:
        """A button of one of the two pages."""
        went_for = asked.form.get("returntoquery", "")
        if asked.form.get("cancel"):
            words = "User has rejected the request"
            said = {"error": "unauthorized_client", "error_description": words, "message": words}
            return Said(302, location=f"{self.back}?{urlencode(said)}")
        if asked.form.get("accept"):
            return Said(302, location=f"{self.origin}{_REST}/authorize?{went_for}&approval_pass=1")
        if asked.form.get("account") in self.people:
            number = asked.form["account"]
            return Said(302, location=f"{self.origin}{_REST}/authorize?{went_for}", logs_in=number)
        raise NotRecorded(asked.url)

    def _at(self, title: str, query: Mapping[str, str]) -> str:
        went_for = {"title": title, "returntoquery": urlencode(query)}
        return f"{self.origin}/w/index.php?{urlencode(went_for)}"

    def _token(self, asked: Asked) -> Said:
        form = asked.form
        if form.get("grant_type") != "authorization_code":
            return _no(400, "invalid_request", "Check the `grant_type` parameter")
        is_ours = form.get("client_id") == self.client and form.get("client_secret") == self.secret
        if not is_ours or form.get("redirect_uri") != self.back:
            return _no(401, "invalid_client")
        code = self._codes.get(form.get("code", ""))
        if code is None:
            return _no(400, "invalid_request", "Cannot decrypt the authorization code")
        if code.used:
            return _no(400, "invalid_request", "Authorization code has been revoked")
        if "code_verifier" not in form:
            return _no(400, "invalid_request", "Check the `code_verifier` parameter")
        if _challenge(form["code_verifier"]) != code.challenge:
            return _no(400, "invalid_grant", "Failed to verify `code_verifier`.")
        code.used = True
        token = f"eyJ{secrets.token_hex(180)}.eyJ{secrets.token_hex(80)}.{secrets.token_hex(100)}"
        self._tokens[token] = code.account
        both = {"access_token": token, "refresh_token": f"def50200{secrets.token_hex(400)}"}
        return _json(200, {"token_type": "Bearer", "expires_in": 3600, **both})

    def _profile(self, asked: Asked) -> Said:
        if asked.bearer.count(".") != 2:
            return _no(401, "access_denied", "The JWT string must have two dots")
        person = self._tokens.get(asked.bearer)
        if person is None:
            return _no(401, "access_denied", "Access token has been revoked")
        return Said(200, json.dumps(person.profile(), ensure_ascii=False))

    def _api(self, asked: Asked) -> Said:
        query = asked.query
        if query.get("meta") == "globaluserinfo" and query.get("guiprop") == "groups|merged|editcount":
            person = self.people.get(query.get("guiid", ""))
            told: Any = {"globaluserinfo": person.everywhere() if person else {"missing": True}}
        elif query.get("list") == "users" and query.get("usprop") == "blockinfo":
            called = {one.name: one for one in self.people.values() if not one.hidden}
            name = query.get("ususers", "")
            told = {"users": [called[name].blocked() if name in called else {"name": name, "missing": True}]}
        else:
            raise NotRecorded(asked.url)
        return _json(200, {"batchcomplete": True, "query": told})


def _fields(encoded: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(encoded, keep_blank_values=True).items()}


def asked_from(method: str, url: str, body: bytes, bearer: str, cookie: str) -> Asked:
    return Asked(method, url, _fields(body.decode()), bearer, cookie)


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _json(status: int, told: Mapping[str, Any]) -> Said:
    body = json.dumps(told, ensure_ascii=False)
    return Said(status, body, content_type="application/json; charset=UTF-8")


_DESCRIBED = {
    "invalid_request": "Something in the request is missing, twice or wrong.",
    "invalid_client": "The client could not be authenticated.",
    "invalid_grant": "What was granted is not valid, too old, or somebody else's.",
    "access_denied": "The request was denied.",
}


def _no(status: int, error: str, hint: str = "") -> Said:
    words = _DESCRIBED[error]
    told = {"error": error, "error_description": words, **({"hint": hint} if hint else {}), "message": words}
    return _json(status, told)
