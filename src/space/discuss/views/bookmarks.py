"""What one wants to find again: marking a post, and the list of one's marks."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.actions import bookmark, remove_bookmark
from space.discuss.addresses import place_of
from space.discuss.finding import find_post
from space.discuss.forms import NoteForm
from space.discuss.lists.marked import Marked, row_of
from space.discuss.models import Bookmark, Post
from space.discuss.permissions import can_follow
from space.discuss.thread.own import bookmark_button
from space.kit.htmx import is_htmx
from space.kit.rules import require
from space.web.choosing import way_back


def mark(request: Request, pk: int, number: int) -> HttpResponse:
    """The form with the note; `keep` and `remove` are the two buttons that need none."""
    post = find_post(request.reader, pk, number)
    require(can_follow(request.reader))
    there = Bookmark.objects.filter(post=post, person=request.user).first()
    if request.method == "POST" and {"keep", "remove"} & set(request.POST):
        return _pressed(request, post)
    form = NoteForm(request.POST or None, initial={"note": there.note if there else ""})
    if form.is_valid():
        bookmark(post, by=request.user, note=form.cleaned_data["note"])
        return redirect(_back(request, post))
    context = {
        "topic": post.topic,
        "post": post,
        "form": form,
        "stands": there is not None and there.removed_at is None,
        "next": request.POST.get("next", ""),
    }
    return render(request, "discuss/bookmark.html", context, status=422 if form.is_bound else 200)


@require_safe
def bookmarks(request: Request) -> HttpResponse:
    """One's own, as far as one still sees the posts."""
    if not request.reader.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(can_follow(request.reader))
    wanted = Marked.asked(request.GET)
    found, is_more = wanted.found(request.reader)
    context = {
        "rows": [row_of(one) for one in found],
        "words": wanted.words,
        "list_url": wanted.url,
        "older": wanted.url_after(found[-1]) if is_more else "",
        "newest": wanted.first_url if wanted.after else "",
        "removed": _removed(request),
    }
    return render(request, "discuss/bookmarks.html", context)


def _pressed(request: Request, post: Post) -> HttpResponse:
    removes = "remove" in request.POST
    if removes:
        remove_bookmark(post, by=request.user)
    else:
        bookmark(post, by=request.user)
    if is_htmx(request):
        return HttpResponse(bookmark_button(post, bookmarked=not removes))
    return redirect(_back(request, post, removed=removes))


def _back(request: Request, post: Post, *, removed: bool = False) -> str:
    """To the list, if the form came from there, which can undo a removal; else to the post."""
    if not request.POST.get("next"):
        return place_of(post.topic, post.number)
    back = way_back(request)
    if not removed:
        return back
    return f"{back}{'&' if '?' in back else '?'}removed={post.pk}"


def _removed(request: Request) -> Bookmark | None:
    """What was just taken away, so that the list can offer to bring it back."""
    pk = request.GET.get("removed", "")
    if not pk.isdecimal() or len(pk) > 18:
        return None
    seen = Post.objects.visible_to(request.reader)
    gone = Bookmark.objects.filter(person=request.user, post__in=seen, removed_at__isnull=False)
    return gone.with_posts().filter(post=int(pk)).first()
