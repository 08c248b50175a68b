"""Facts about accounts that apps above may watch."""

from django.dispatch import Signal

# Sent with `person`, in the transaction that changed whether somebody can be found, or by what.
person_changed = Signal()
# Sent with `person` and `why` (Waiting.Why), in the transaction that made a new account wait.
has_to_wait = Signal()
