"""Facts about the log that apps above may watch."""

from django.dispatch import Signal

# Sent with `entry` and `thing`, in the transaction that writes the entry.
entry_written = Signal()
