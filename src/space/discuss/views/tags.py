"""All tags, for readers."""

from django.http import HttpResponse
from django.shortcuts import render

from space.accounts.requests import Request
from space.discuss.arranging.tag_rows import MOST, for_readers
from space.discuss.tagging.permissions import can_arrange_tags
from space.kit.fields import one_line
from space.web.pagecache import page_for_everybody


@page_for_everybody("scores", "tags", parameters=("q",))
def all_tags(request: Request) -> HttpResponse:
    words = one_line(request.GET.get("q", ""))[:100]
    gathered, is_all = for_readers(words)
    context = {"gathered": gathered, "is_all": is_all, "most": MOST, "words": words}
    return render(
        request,
        "discuss/tags.html",
        {**context, "can_arrange": can_arrange_tags(request.reader), "noindex": bool(words)},
    )
