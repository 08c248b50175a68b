"""The help about keys: a page, and as `part=sheet` what opens over a page."""

from django.http import HttpResponse
from django.shortcuts import render

from space.accounts.requests import Request
from space.discuss.keys import KEYS
from space.web.pagecache import page_for_everybody


@page_for_everybody("rooms", parameters=("part",))
def keys(request: Request) -> HttpResponse:
    is_part = request.GET.get("part") == "sheet"
    return render(request, "discuss/_keys_sheet.html" if is_part else "discuss/keys.html", {"groups": KEYS})
