"""The group that a page is about, as far as its reader may know of it."""

from django.shortcuts import get_object_or_404

from space.accounts.requests import Request
from space.groups.models import Group


def find_group(request: Request, slug: str) -> Group:
    """Or 404, the same for what is not there and what one may not know of."""
    return get_object_or_404(Group.objects.visible_to(request.reader), slug=slug)
