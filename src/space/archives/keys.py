"""The key by which somebody can prove later that an archived author is they."""

import hashlib
import hmac

from django.conf import settings


def claim_key(address: str, name: str = "") -> str:
    """An HMAC of a mail address, in lower case, under a secret that no copy of the database holds.

    Where a message gives no address, the name stands in: such an author can only be claimed by hand.
    """
    said = address.strip().lower() or f"name:{name.strip().casefold()}"
    return hmac.new(settings.ARCHIVE_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()
