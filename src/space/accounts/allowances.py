"""How often one may try a password, a code, a sign-up. Counted in the database, for all processes at once.

Tries count per address and per account, known or not; a right password gives its try back, so that a
room full of people behind one address can sign in.
"""

import hmac
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import npgettext

from space.accounts.addresses import address_of
from space.accounts.names import LOCAL_MARK, local_name
from space.accounts.numbers import (
    ACCOUNTS_FROM_ADDRESS_A_DAY,
    SIGN_IN_TRIES_A_MINUTE,
    SIGN_IN_TRIES_AN_HOUR,
    SIGN_UPS_AN_HOUR,
)
from space.limits.actions import Limit, forget, give_back, take

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LETTERS = (Limit("account-letters", 5, _HOUR),)
LETTERS_FROM_ADDRESS = (Limit("account-letters", 30, _HOUR),)
ANSWERS = (Limit("sign-up-answers", 20, _HOUR),)
TO_THE_WIKI = (Limit("to-the-wiki", 60, _MINUTE),)
CODE_ONCE = timedelta(minutes=2)

Taken = list[tuple[str, Limit]]


def tries() -> tuple[Limit, Limit]:
    return (
        Limit("sign-in-minute", SIGN_IN_TRIES_A_MINUTE(), _MINUTE),
        Limit("sign-in-hour", SIGN_IN_TRIES_AN_HOUR(), _HOUR),
    )


def account(typed: str) -> str:
    """Stands for whatever was typed as a name or address, without keeping it: one account, however it is spelt."""
    bare = local_name(typed).removesuffix(LOCAL_MARK).casefold()
    return f"login:{hmac.digest(settings.SECRET_KEY.encode(), bare.encode(), 'sha256').hex()[:32]}"


def try_to_sign_in(request: HttpRequest, who: str) -> Taken:
    """Count one try of this account from this address, or refuse."""
    return _take_all([address_of(request), who], tries())


def try_passkey(request: HttpRequest) -> Taken:
    """Count one try of a key that says itself whose it is."""
    return _take_all([address_of(request)], tries())


def try_code(pk: int) -> Taken:
    """Count one try of a second factor or a password of somebody known."""
    return _take_all([f"person:{pk}"], tries())


def sign_up(request: HttpRequest) -> Taken:
    return _take_all([address_of(request)], [Limit("sign-up", SIGN_UPS_AN_HOUR(), _HOUR)])


def come_from(sender: str) -> None:
    """One more new account from there today. Raises a ValidationError from where there were many."""
    take(sender, Limit("new-accounts", ACCOUNTS_FROM_ADDRESS_A_DAY(), _DAY))


def answer_wrongly(request: HttpRequest) -> Taken:
    return _take_all([address_of(request)], ANSWERS)


def go_to_the_wiki(request: HttpRequest) -> Taken:
    """Each way back makes us ask the wiki some questions; whole rooms of people set out at once."""
    return _take_all([address_of(request)], TO_THE_WIKI)


def ask_for_letter(request: HttpRequest, address: str) -> None:
    """A mail to this address, wanted by whoever sends this request; the same whether it is known or not."""
    _take_all([address_of(request)], LETTERS_FROM_ADDRESS)
    _take_all([account(address)], LETTERS)


def use_code(pk: int, code: str) -> None:
    """A code of an app is good once, also within its half minute."""
    seen = account(f"{pk} {code}").removeprefix("login:")
    take(f"code:{seen}", Limit("code-once", 1, CODE_ONCE))


def succeeded(taken: Taken) -> None:
    for who, what in taken:
        give_back(who, what)


def forget_tries(who: str) -> None:
    for what in tries():
        forget(who, what)


def _take_all(everybody: Iterable[str], limits: Iterable[Limit]) -> Taken:
    wanted = [(who, what) for who in everybody for what in limits]
    for number, (who, what) in enumerate(wanted):
        try:
            take(who, what)
        except ValidationError as error:
            succeeded(wanted[:number])
            raise _too_many(int((error.params or {}).get("seconds", 60))) from error
    return wanted


def _too_many(seconds: int) -> ValidationError:
    minutes = max(1, -(-seconds // 60))
    text = npgettext(
        "sign in",
        "There were too many tries. You can go on in %(minutes)d minute.",
        "There were too many tries. You can go on in %(minutes)d minutes.",
        minutes,
    )
    return ValidationError(text, code="too_fast", params={"minutes": minutes})
