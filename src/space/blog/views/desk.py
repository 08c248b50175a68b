"""Where a story stands in the newsroom."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from space.accounts.requests import Request
from space.blog.models import Edition, Story
from space.languages import mark


def desk(request: Request, pk: int) -> HttpResponse:
    story = get_object_or_404(Story.objects.visible_to(request.reader).for_desk(), pk=pk)
    editions = Edition.objects.visible_to(request.reader).filter(story=story).select_related("current")
    original = editions.get(is_original=True)
    context = {
        "story": story,
        "title": original.title,
        "summary": original.summary,
        "html": original.current.html if original.current else "",
        **mark(original.language)._asdict(),
    }
    return render(request, "blog/desk.html", context)
