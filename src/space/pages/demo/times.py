"""Times as the demo's files write them: counted back from the moment the community is made."""

import re
from datetime import timedelta

_AGO = re.compile(r"-(?=\d)(?:(\d+)d)?(?:(?<=d) )?(?:(\d+)h)?(?:(?<=h) )?(?:(\d+)m)?")


def ago(text: str) -> timedelta:
    """How long before now: `-3d 4h`, `-40m`."""
    found = _AGO.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text}” is no time. Count back from now in days, hours, minutes: -3d 4h, -40m.")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
