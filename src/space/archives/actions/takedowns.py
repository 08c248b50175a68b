"""Requests to take archived messages down, and what becomes of them."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.archives.models import ArchivedMessage, Decision, TakedownRequest
from space.discuss.actions.archiving import blank_post
from space.groups.actions import office
from space.groups.models import Office
from space.kit import clock
from space.limits.actions import Limit, take
from space.moderation.actions import record
from space.notifications import mail

ASKING = Limit("takedown", 5, timedelta(hours=1))


@transaction.atomic
def ask_takedown(
    message: ArchivedMessage, *, who: str, by: User | None, words: str, contact: str, key: UUID
) -> TakedownRequest:
    """Ask administrators to take a message down. `who` is the person or address that the limit counts."""
    if before := TakedownRequest.objects.filter(key=key).first():
        return before
    take(who, ASKING)
    request = TakedownRequest.objects.create(
        message=message, words=words, contact=contact, by=by, key=key, asked_at=clock.now()
    )
    _tell_administrators(request)
    return request


@transaction.atomic
def redact(request: TakedownRequest, *, by: User, reason: str) -> TakedownRequest:
    """Take the words of the message away for good. Deciding again changes nothing."""
    request = _locked(request)
    if request.decision == Decision.OPEN:
        blank_post(request.message.post, by=by, reason=reason)
        _decide(request, Decision.REDACTED, by)
    return request


@transaction.atomic
def decline(request: TakedownRequest, *, by: User, reason: str) -> TakedownRequest:
    """Leave the message as it is, with a reason."""
    request = _locked(request)
    if request.decision == Decision.OPEN:
        record(by, "takedown-declined", request.message.post, reason)
        _decide(request, Decision.DECLINED, by)
    return request


def _tell_administrators(request: TakedownRequest) -> None:
    """By a mail to each, in the transaction of the request. The mail holds no words of the message."""
    members = office(Office.ADMINISTRATORS).memberships.select_related("person")
    page = settings.ORIGIN + reverse("archives:takedowns")
    for administrator in [membership.person for membership in members]:
        with override(administrator.language or None):
            subject = pgettext("mail", "Somebody asks to take an archived message down")
            text = pgettext("mail", "They say:\n\n%(words)s\n\nDecide about it here: %(page)s")
        mail.send(
            administrator,
            subject=subject,
            text=text % {"words": request.words, "page": page},
            thread=mail.Thread(about=f"takedown.{request.pk}"),
        )


def _locked(request: TakedownRequest) -> TakedownRequest:
    rows = TakedownRequest.objects.select_for_update(of=("self",), no_key=True).select_related(
        "message__post"
    )
    return rows.get(pk=request.pk)


def _decide(request: TakedownRequest, decision: Decision, by: User) -> None:
    """The address to answer to is not needed any more."""
    request.decision, request.decided_by, request.decided_at = decision, by, clock.now()
    request.contact = ""
    request.save(update_fields=["decision", "decided_by", "decided_at", "contact"])
