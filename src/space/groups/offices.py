"""Facts about offices that apps above may watch: who holds one, and since when."""

from django.dispatch import Signal

# Sent with `person`, in the transaction that gave somebody an office or took it back.
office_changed = Signal()
# Sent with `person` by the command with which a place begins.
appointed = Signal()
