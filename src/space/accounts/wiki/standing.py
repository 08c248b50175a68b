"""What all wikis together say of an account, asked of the central one. Politely: without an answer we go on."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from space.accounts.wiki import door
from space.accounts.wiki.profile import moment, number, words
from space.mediawiki.api import Trouble, Wiki

# Somebody waits for the answer in front of a page.
_SECONDS = 4.0
_ADMINISTRATORS = frozenset({"sysop", "steward", "global-sysop"})


class Block(Enum):
    """On the wiki that we ask. From some pages only, or from all of it."""

    NONE = "none"
    PARTIAL = "partial"
    WHOLE = "whole"


@dataclass(frozen=True)
class Standing:
    """An account on all wikis. `home` is the host name of its home wiki, `home_page` the page of the person there."""

    name: str
    home: str
    home_page: str
    edits: int
    registered: datetime | None
    groups: tuple[str, ...]
    is_sysop: bool
    locked: bool


@lru_cache(maxsize=4)
def _at(address: str) -> Wiki:
    return Wiki(address, patience=_SECONDS)


def everywhere(sub: str) -> Standing | None:
    """By its number. None if the wiki knows no accounts of several wikis, or not this one. Raises Trouble."""
    told = _at(door.api()).ask(
        action="query", meta="globaluserinfo", guiid=sub, guiprop="groups|merged|editcount"
    )
    found = told.get("query", {}).get("globaluserinfo", {})
    name = found.get("name")
    if not isinstance(name, str) or not name:
        return None
    merged = [one for one in found.get("merged", []) if isinstance(one, dict)]
    home = next((str(one.get("url", "")) for one in merged if one.get("wiki") == found.get("home")), "")
    groups = tuple(words(found.get("groups")))
    local = {group for one in merged for group in words(one.get("groups"))}
    return Standing(
        name=name,
        home=urlsplit(home).netloc[:255],
        home_page=_user_page(home, name),
        edits=number(found.get("editcount")),
        registered=moment(found.get("registration")),
        groups=groups,
        is_sysop=bool(_ADMINISTRATORS & {*groups, *local}),
        locked=bool(found.get("locked")),
    )


def block_of(name: str) -> Block:
    """How an account is blocked of which the wiki said that it is. Not knowing, we take it for the whole wiki."""
    try:
        told = _at(door.api()).ask(action="query", list="users", ususers=name, usprop="blockinfo")
    except Trouble:
        return Block.WHOLE
    found: dict[str, Any] = next(iter(told.get("query", {}).get("users", [])), {})
    return Block.PARTIAL if found.get("blockpartial") else Block.WHOLE


def forget() -> None:
    """For tests: another wiki answers from now on."""
    _at.cache_clear()


def _user_page(wiki: str, name: str) -> str:
    is_web = urlsplit(wiki).scheme in {"https", "http"}
    return f"{wiki}/wiki/User:{quote(name.replace(' ', '_'))}"[:1000] if is_web else ""
