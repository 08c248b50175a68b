"""Reactions: left, taken back, and by whom."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts.faces import face
from space.accounts.requests import Request
from space.discuss.actions import react, take_back_reaction
from space.discuss.addresses import place_of
from space.discuss.finding import find_post
from space.discuss.models import Post, Reaction, Response
from space.discuss.permissions import can_react
from space.discuss.thread.responses import ICONS, bar_of
from space.kit.htmx import is_htmx
from space.kit.rules import Refusal

# More names than this nobody reads; the rest is told as a number.
NAMES_AT_MOST = 500


@require_http_methods(["GET", "HEAD", "POST"])
def respond(request: Request, pk: int, number: int) -> HttpResponse:
    """`give` or `take` back a reaction: the bar again for htmx, else the way back to the post."""
    post = find_post(request.reader, pk, number)
    if request.method != "POST":
        return _choice(request, post)
    verdict = can_react(request.reader, post)
    if isinstance(verdict, Refusal):
        return _refused(request, post, verdict.reason, 403)
    change, kind = _asked(request)
    try:
        post = change(post, by=request.user, kind=kind)
    except ValidationError as error:
        return _refused(request, post, " ".join(error.messages), 429 if error.code == "too_fast" else 422)
    if not is_htmx(request):
        return redirect(place_of(post.topic, post.number))
    return HttpResponse(bar_of(post, request.reader, also=[kind]))


@require_safe
def reactions(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """Who reacted, by kind: the page, or what of it can stand in a menu."""
    post = find_post(request.reader, pk, number)
    if is_htmx(request):
        return render(request, "discuss/_who_reacted.html", {"groups": _who(post), "in_menu": True})
    return render(request, "discuss/reactions.html", _page(request, post))


def _choice(request: Request, post: Post) -> HttpResponse:
    """All the kinds: in the place of the bar for htmx, else on the page of who reacted."""
    if not is_htmx(request):
        return redirect("discuss:reactions", post.topic.slug, post.topic_id, post.number)
    return HttpResponse(bar_of(post, request.reader, also=Response.values, focus=True))


def _asked(request: Request) -> tuple[Any, Response]:
    """What the pressed button says. Each says what shall be, so pressing it twice does it once."""
    given = request.POST.get("give", "")
    kind = given or request.POST.get("take", "")
    if kind not in Response.values:
        raise ValidationError(pgettext("reaction", "Choose one of the reactions."), code="kind")
    return (react if given else take_back_reaction), Response(kind)


def _refused(request: Request, post: Post, reason: str | Promise, status: int) -> HttpResponse:
    """The buttons again, with the reason beside them."""
    if is_htmx(request):
        return HttpResponse(bar_of(post, request.reader, refused=reason), status=status)
    context = {**_page(request, post), "refused": reason}
    return render(request, "discuss/reactions.html", context, status=status)


def _page(request: Request, post: Post) -> dict[str, Any]:
    return {
        "topic": post.topic,
        "post": post,
        "groups": _who(post),
        "bar": bar_of(post, request.reader, Response.values) if can_react(request.reader, post) else "",
    }


def _who(post: Post) -> list[dict[str, Any]]:
    """The people of each kind, the latest first."""
    given = Reaction.objects.filter(post=post).order_by("-at", "-pk")
    rows = list(given.values_list("kind", "person_id", "person__name", "person__picture")[:NAMES_AT_MOST])
    groups = []
    for kind in Response:
        people = [face(*who) for of, *who in rows if of == kind]
        total = post.reactions.get(kind.value, 0)
        if total:
            more = max(total - len(people), 0)
            groups.append(
                {"label": kind.label, "icon": ICONS[kind], "people": people, "total": total, "more": more}
            )
    return groups
