"""A story at its address, and the ways there."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.models import Edition, Story
from space.blog.shown.finding import gone_from, read_at
from space.blog.shown.related import related_html
from space.blog.shown.story_page import pieces
from space.blog.shown.tags import called
from space.discuss.conversation import conversation, is_among_first
from space.discuss.embedding import with_cards
from space.discuss.finding import find_topic
from space.discuss.reading import remember_reading
from space.discuss.views.writing import reply as reply_to_topic
from space.languages import mark
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import counts, shows


@require_safe
@page_for_everybody("rooms")
def story(request: Request, year: int, month: int, slug: str) -> HttpResponse:
    read = read_at(year, month, slug, request.reader)
    if read is None:
        return _gone(request, year, month, slug)
    topic, tags = find_topic(request.reader, read.topic)
    topic.read_in = "" if read.is_original else read.language
    token = get_token(request) if request.reader.is_authenticated else ""
    told = conversation(request, topic, reverse("blog:reply", args=[year, month, slug]))
    shown = pieces(read, request.reader)
    text, cards = with_cards(shown["text"], request.reader)
    context = {
        "shown": {**shown, "text": text},
        "related": related_html(read, request.reader),
        "tags": called(tags, read),
        "read": topic.my_number or 0,
        **told,
        **({"csrf_token": token} if token else {}),
    }
    response = render(request, "blog/story.html", context)
    remember_reading(response, request.reader, topic, told["marks"])
    counts(response, f"topic:{topic.pk}")
    shows(response, f"topic:{topic.pk}", f"story:{read.story}", *cards, *told["cards"])
    return response


def reply(request: Request, year: int, month: int, slug: str) -> HttpResponse:
    """The form of its topic, on the story's own page: whoever wrote is led back there, if it shows what they wrote."""
    read = read_at(year, month, slug, request.reader)
    if read is None:
        return _gone(request, year, month, slug)
    topic, _ = find_topic(request.reader, read.topic)
    response = reply_to_topic(request, topic.slug, topic.pk)
    place = urlsplit(response.headers.get("Location", "")).fragment
    if is_among_first(place, topic, request.reader):
        return redirect(f"{reverse('blog:story', args=[year, month, slug])}#{place}")
    return response


@require_safe
def translation(request: Request, year: int, month: int, slug: str, language: str) -> HttpResponse:
    """The same story in another language: leads to the address of its own that it has there."""
    read = read_at(year, month, slug, request.reader)
    if read is None:
        return _gone(request, year, month, slug)
    shown = Edition.objects.shown_to(request.reader).filter(story=read.story, language=language)
    return redirect(get_object_or_404(shown.select_related("story")))


@require_safe
def short(request: Request, pk: int) -> HttpResponse:
    """The address that never changes: where the story is read, or where it stands while it is not published."""
    found = get_object_or_404(Story.objects.visible_to(request.reader), pk=pk)
    if not found.is_published:
        return redirect(found.desk_url)
    original = Edition.objects.shown_to(request.reader).select_related("story")
    return HttpResponsePermanentRedirect(original.get(story=found, is_original=True).get_absolute_url())


def _gone(request: Request, year: int, month: int, slug: str) -> HttpResponse:
    """A story that was taken back says why; anything else is not there."""
    told = gone_from(year, month, slug, request.reader)
    if told is None:
        raise Http404
    desk = Story.objects.visible_to(request.reader).filter(pk=told.story_id).first()
    context = {
        "title": pgettext("page title", "This story was taken back"),
        "told": told,
        **mark(told.language)._asdict(),
        "desk_url": desk.desk_url if desk else "",
        "noindex": True,
    }
    return render(request, "blog/gone.html", context, status=410)
