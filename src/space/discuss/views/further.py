"""Where one goes on from a topic: what else to read, and who leads here."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from space.accounts.requests import Request
from space.discuss.addresses import place_of
from space.discuss.finding import find_topic
from space.discuss.lists.further import leading_here, suggested
from space.discuss.models import Post
from space.discuss.rows import rows_html
from space.kit import clock
from space.languages import mark
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows
from space.web.times import day, iso


@page_for_everybody("lists", "rooms", parameters=("part",))
def further(request: Request, slug: str, pk: int) -> HttpResponse:
    """A page of its own, or as `part=further` what stands below the last post of the topic."""
    topic, _ = find_topic(request.reader, pk)
    if topic.slug != slug:
        return HttpResponsePermanentRedirect(reverse("discuss:further", args=[topic.slug, pk]))
    context = {
        "topic": topic,
        "rows": rows_html(suggested(topic, request.reader), request.reader),
        "leading": [_shown(post) for post in leading_here(topic, request.reader)],
    }
    part = request.GET.get("part") == "further"
    response = render(request, f"discuss/{'_further' if part else 'further'}.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    shows(response, f"topic:{pk}")
    return response


def _shown(post: Post) -> dict[str, str]:
    language = post.topic.language
    return {
        "url": place_of(post.topic, post.number),
        "title": post.topic.title,
        **mark(language)._asdict(),
        "day": day(post.created_at, clock.now()),
        "iso": iso(post.created_at),
    }
