"""The wiki that opens our door: where it is and how it knows us. Read anew each time, so nothing is kept of it."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import reverse


@dataclass(frozen=True)
class Door:
    """`origin` is the wiki's address without a path; `client` and `secret` are those of our consumer there."""

    origin: str
    client: str
    secret: str

    @property
    def authorize(self) -> str:
        return f"{self.origin}/w/rest.php/oauth2/authorize"

    @property
    def token(self) -> str:
        return f"{self.origin}/w/rest.php/oauth2/access_token"

    @property
    def profile(self) -> str:
        return f"{self.origin}/w/rest.php/oauth2/resource/profile"


def door() -> Door | None:
    """None where there is none: then nothing of it is offered."""
    if not (settings.WIKI and settings.WIKI_CLIENT and settings.WIKI_SECRET):
        return None
    return Door(settings.WIKI.rstrip("/"), settings.WIKI_CLIENT, settings.WIKI_SECRET)


def is_open() -> bool:
    return door() is not None


def api() -> str:
    return f"{settings.WIKI.rstrip('/')}/w/api.php"


def host() -> str:
    """The wiki as people know it: meta.wikimedia.org."""
    return urlsplit(settings.WIKI).netloc


def back() -> str:
    """Where the wiki sends people back to. It compares this letter by letter with what our consumer says."""
    return f"{settings.ORIGIN}{reverse('wiki_back')}"


def user_page(name: str) -> str:
    return f"{settings.WIKI.rstrip('/')}/wiki/User:{quote(name.replace(' ', '_'))}"


def policy() -> str:
    """What pages may do that hold a form which leads to the wiki: the same, and be sent on to there."""
    there = " ".join([settings.WIKI.rstrip("/"), *settings.WIKI_PASSES])
    return settings.CONTENT_SECURITY_POLICY.replace("form-action 'self'", f"form-action 'self' {there}")
