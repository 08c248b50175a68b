"""Words that should not stand in the log are blanked. That it was done, by whom and why is written down as well."""

from django.db import transaction

from space.accounts.models import User
from space.moderation.actions import record
from space.moderation.models import LogEntry, Reason


@transaction.atomic
def redact(entry: LogEntry, reason: str, *, by: User) -> bool:
    """Blank the reason of an entry for good. Says whether there were words; blanking it again changes nothing."""
    blanked = Reason.objects.filter(entry=entry).exclude(text="").update(text="")
    if blanked:
        record(by, "reason-redacted", entry, reason)
    return bool(blanked)
