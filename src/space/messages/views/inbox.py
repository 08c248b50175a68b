"""One's private conversations."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.permissions import can_follow
from space.kit.rules import require
from space.messages.inbox import Box, groups_written_to, tabs
from space.messages.permissions import can_message
from space.messages.rows import rows_of_box


@require_safe
@login_required
def inbox(request: Request) -> HttpResponse:
    reader = request.reader
    require(can_follow(reader))
    groups = groups_written_to(reader)
    box = Box.asked(request.GET, groups)
    found, older = box.found(reader)
    context = {
        "box": box,
        "tabs": tabs(box, reader),
        "rows": rows_of_box(found, reader),
        "older": older,
        "newest": box.url() if box.after else "",
        "groups": [
            {"name": one.name, "url": box.url(group=one.slug), "here": one == box.group} for one in groups
        ],
        "no_group_url": box.url(group=""),
        "all_url": box.url(group="", q=""),
        "may_begin": bool(can_message(reader)),
    }
    return render(request, "messages/inbox.html", context)
