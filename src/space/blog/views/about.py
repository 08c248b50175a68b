"""What is said about a story beside its words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.blog.actions.describing import describe_story
from space.blog.finding import find_story
from space.blog.forms.about import AboutForm
from space.blog.models import Edition
from space.blog.permissions import can_describe
from space.discuss.views.writing import reasons_to
from space.kit.rules import require
from space.languages import mark


def about(request: Request, pk: int) -> HttpResponse:
    """Authors, tags, projects, countries, the wanted day; of a published story its topic changes too."""
    story = find_story(request.reader, pk)
    verdict = can_describe(request.reader, story)
    form = AboutForm(request.POST or None, reader=request.reader, story=story, verdict=verdict)
    if request.method == "GET":
        require(verdict)
    if form.is_valid():
        with reasons_to(form):
            describe_story(story, form.about, by=request.user)
            messages.success(request, pgettext("story", "Kept."))
            return redirect(story.desk_url)
    original = Edition.objects.visible_to(request.reader).get(story=story, is_original=True)
    context = {
        "story": story,
        "form": form,
        "title": original.title,
        "original_by": mark(original.language),
    }
    return render(request, "blog/about.html", context, status=422 if form.is_bound else 200)
