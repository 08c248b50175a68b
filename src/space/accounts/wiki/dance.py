"""The dance of OAuth 2: out to the wiki with a secret of our own, back with a code, and the code against a profile.

What we must remember meanwhile stands in the session of this browser, under a `state` that nobody can guess and
that is good once. The token is used for the one question and forgotten.
"""

import json
import logging
import secrets
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import get_language

from space.accounts.wiki.door import Door, back
from space.accounts.wiki.refusals import Refused, Why
from space.kit import clock, outgoing
from space.kit.outgoing import Answer, NoAnswer

_KEY = "wiki"
# Begun in several tabs; the oldest is forgotten.
_AT_ONCE = 4
# People may have to remember their password over there.
_GOOD_FOR = 3600
_BYTES, _SECONDS = 200_000, 8.0

log = logging.getLogger(__name__)


class Purpose(StrEnum):
    """What somebody goes to the wiki for."""

    SIGN_IN = "sign_in"
    LINK = "link"
    PROVE = "prove"


@dataclass(frozen=True)
class Step:
    """What was meant when somebody left for the wiki: by whom (0 for nobody), and where they go afterwards.

    Who has an invitation carries its key.
    """

    purpose: Purpose
    next: str
    verifier: str
    person: int
    at: float
    invitation: str = ""


def begin(request: HttpRequest, door: Door, purpose: Purpose, next: str, invitation: str = "") -> str:
    """The address at the wiki to which this browser is sent."""
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    step = Step(purpose, next, verifier, request.user.pk or 0, clock.now().timestamp(), invitation)
    begun = {**request.session.get(_KEY, {}), state: asdict(step)}
    request.session[_KEY] = dict(list(begun.items())[-_AT_ONCE:])
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": door.client,
        "redirect_uri": back(),
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "ui_locales": get_language() or "en",
    }
    return f"{door.authorize}?{urlencode(asked)}"


def resume(request: HttpRequest) -> Step | None:
    """What was meant, by the state that came back; None if we do not know it (any more). Good once."""
    begun = dict(request.session.get(_KEY, {}))
    found = begun.pop(request.GET.get("state", ""), None)
    if found is None:
        return None
    request.session[_KEY] = begun
    return _step(request, found)


def last(request: HttpRequest) -> Step | None:
    """What was begun last. For who said no over there: the wiki then sends no state along."""
    begun = list(request.session.get(_KEY, {}).values())
    return _step(request, begun[-1]) if begun else None


def _step(request: HttpRequest, kept: dict[str, Any]) -> Step | None:
    step = Step(**{**kept, "purpose": Purpose(kept["purpose"])})
    is_fresh = clock.now().timestamp() - step.at < _GOOD_FOR
    return step if is_fresh and step.person in {0, request.user.pk or 0} else None


def profile(door: Door, step: Step, code: str) -> dict[str, Any]:
    """What the wiki says of who came back with this code."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back(),
        "client_id": door.client,
        "client_secret": door.secret,
        "code_verifier": step.verifier,
    }
    told = _parsed(_asked(door.token, form=form))
    token = told.get("access_token")
    if not isinstance(token, str) or not token:
        raise Refused(Why.NO_ANSWER)
    return _parsed(_asked(door.profile, bearer=token))


def _asked(url: str, **secret: Any) -> Answer:
    try:
        answer = outgoing.ask(url, at_most=_BYTES, seconds=_SECONDS, **secret)
    except NoAnswer as error:
        log.warning("The wiki did not answer: %s", error.why.value)
        raise Refused(Why.NO_ANSWER) from error
    if answer.status == 200:
        return answer
    said = _said(answer)
    if said.get("error") == "invalid_client":
        # Ours to mend: a wrong client, secret or address to come back to.
        log.error("The wiki does not know our consumer: look at SPACE_WIKI_CLIENT, _SECRET and SPACE_ORIGIN.")
        raise Refused(Why.UNKNOWN_CONSUMER)
    log.warning("The wiki refused with %d: %s", answer.status, str(said.get("hint", ""))[:100])
    raise Refused(Why.AGAIN if 400 <= answer.status < 500 else Why.NO_ANSWER)


def _parsed(answer: Answer) -> dict[str, Any]:
    if told := _said(answer):
        return told
    raise Refused(Why.NO_ANSWER)


def _said(answer: Answer) -> dict[str, Any]:
    """By what it holds: MediaWiki calls the JSON of a profile text/html."""
    try:
        told = json.loads(answer.body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
