"""From whom one takes no messages."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.faces import face
from space.accounts.former import old_names_lead_on
from space.accounts.models import User
from space.accounts.names import from_address
from space.accounts.requests import Request
from space.discuss.models import Block
from space.kit.rules import require
from space.messages.actions import block, unblock
from space.messages.permissions import can_block


@old_names_lead_on
@login_required
def block_one(request: Request, name: str) -> HttpResponse:
    """Block somebody, or take it back, after a question."""
    person = get_object_or_404(User, name=from_address(name))
    require(can_block(request.reader, person))
    blocked = Block.objects.filter(person=request.reader.pk, other=person).exists()
    if request.method != "POST":
        return render(request, "messages/block.html", {"person": person, "is_blocked": blocked})
    if request.POST.get("block") == "no":
        unblock(person, by=request.user)
        told = pgettext("message", "%(name)s can write to you again.")
    else:
        block(person, by=request.user)
        told = pgettext("message", "You get no messages from %(name)s any more. Nobody is told.")
    messages.success(request, told % {"name": person.name})
    return redirect("messages:blocked")


@require_safe
@login_required
def blocked(request: Request) -> HttpResponse:
    found = Block.objects.filter(person=request.reader.pk).select_related("other").order_by("-at")[:500]
    faces = [vars(face(one.other_id, one.other.name, one.other.picture)) for one in found]
    return render(request, "messages/blocked.html", {"faces": faces})
