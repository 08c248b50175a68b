"""Events for a page, as far as its reader may see them; others are not there."""

from django.shortcuts import get_object_or_404

from space.accounts.readers import Reader
from space.events.models import Event


def find_event(reader: Reader, pk: int) -> Event:
    """With its topic and its organisers, which rules ask for, and where it came from."""
    rows = Event.objects.visible_to(reader).with_topic().select_related("topic__closure", "imported__source")
    return get_object_or_404(rows.prefetch_related("organisers__person"), pk=pk)
