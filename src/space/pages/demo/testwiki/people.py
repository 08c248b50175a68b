"""The accounts of the test wiki, as its file tells of them, and as its answers do."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("accounts.toml")
_PROJECTS = {"meta": "meta.wikimedia.org"}


@dataclass
class Account:
    """`edits` on all wikis, `here` on this one; `block` is partial, whole or nothing."""

    sub: int
    name: str
    why: str = ""
    edits: int = 0
    here: int = 0
    registered: str = ""
    home: str = "metawiki"
    email: str = ""
    groups_at_home: list[str] = field(default_factory=list)
    groups_everywhere: list[str] = field(default_factory=list)
    block: str = ""
    locked: bool = False
    hidden: bool = False

    def profile(self) -> dict[str, Any]:
        """What /oauth2/resource/profile says."""
        if self.hidden:
            return {"sub": str(self.sub), "blocked": True}
        return {
            "sub": str(self.sub),
            "username": self.name,
            "editcount": self.here,
            "confirmed_email": bool(self.email),
            "blocked": bool(self.block),
            "registered": self.registered or None,
            "groups": ["*", "user", "autoconfirmed"],
            "rights": [],
            "grants": ["mwoauth-authonlyprivate"],
            "realname": "",
            "email": self.email,
        }

    def everywhere(self) -> dict[str, Any]:
        """What meta=globaluserinfo says."""
        if self.hidden:
            return {"missing": True}
        at_home = {"wiki": self.home, "url": _address(self.home), "editcount": self.edits - self.here}
        there = {"registration": _iso(self.registered)} if self.registered else {}
        said: dict[str, Any] = {"home": self.home, "id": self.sub, **there, "name": self.name}
        return {
            **said,
            **({"locked": True} if self.locked else {}),
            "groups": self.groups_everywhere,
            "editcount": self.edits,
            "merged": [{**at_home, **({"groups": self.groups_at_home} if self.groups_at_home else {})}],
        }

    def blocked(self) -> dict[str, Any]:
        """What list=users with usprop=blockinfo says."""
        said: dict[str, Any] = {"userid": self.sub, "name": self.name}
        if not self.block:
            return said
        return said | {
            "blockid": self.sub,
            "blockedby": "Warden",
            "blockedbyid": 1,
            "blockreason": "Quarrels",
            "blockedtimestamp": "2026-11-20T10:00:00Z",
            "blockexpiry": "infinity",
            "blockpartial": self.block == "partial",
            "blocknocreate": True,
        }


def accounts() -> list[Account]:
    return [Account(**row) for row in tomllib.loads(_FILE.read_text())["account"]]


def _address(wiki: str) -> str:
    language = wiki.removesuffix("wiki")
    return f"https://{_PROJECTS.get(language, f'{language}.wikipedia.org')}"


def _iso(digits: str) -> str:
    date, time = digits[:8], digits[8:]
    return f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
