"""A content note: a page where the author of a post and moderators put, change and remove it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, pgettext

from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.actions import put_note
from space.discuss.addresses import place_of
from space.discuss.finding import find_post
from space.discuss.notes import ContentNoteForm, can_note
from space.discuss.views.writing import reasons_to
from space.kit.rules import require


def note(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    post = find_post(request.reader, pk, number)
    require(can_note(request.reader, post))
    language = post.note_language if post.content_note else post.language or get_language()
    form = ContentNoteForm(
        request.POST if request.method == "POST" else None,
        initial={"note": post.content_note, "language": language},
    )
    if form.is_valid():
        with reasons_to(form):
            data = form.cleaned_data
            noted = put_note(post, data["note"], by=request.user, language=data["language"])
            notes = (data["note"], noted.content_note, post.content_note)
            if is_kept_back(*({"note": one} for one in notes)):
                return lead_to_what_waits(request, place_of(post.topic, post.number))
            said = pgettext("content note", "The post is folded behind its note.")
            bare = pgettext("content note", "The post stands without a note.")
            messages.success(request, said if noted.content_note else bare)
            return redirect(place_of(post.topic, post.number))
    context = {"topic": post.topic, "post": post, "form": form}
    return render(request, "discuss/note.html", context, status=422 if form.is_bound else 200)
