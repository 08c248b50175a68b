"""Doing is a rule: yes, or no and why."""

from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


@dataclass(frozen=True)
class Refusal:
    """No, with the reason in words meant for the person who asked. False in an `if`."""

    reason: str | Promise

    def __bool__(self) -> Literal[False]:
        return False


Verdict = Literal[True] | Refusal


def require(verdict: Verdict) -> None:
    """Go on if allowed; otherwise answer 403 with the reason on the page."""
    if isinstance(verdict, Refusal):
        raise PermissionDenied(verdict.reason)


def first_refusal(*verdicts: Verdict) -> Verdict:
    """Yes if every rule says yes, otherwise the first reason not to."""
    return next((verdict for verdict in verdicts if not verdict), True)
