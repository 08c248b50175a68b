"""Facts about accounts that apps above may watch."""

from django.dispatch import Signal

# Sent with `person`, in the transaction that changed whether somebody can be found, or by what.
person_changed = Signal()
# Sent with `person`, in the transaction that made an account which waits because of where it came from.
let_wait_by_itself = Signal()
