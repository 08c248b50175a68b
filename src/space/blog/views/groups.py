"""Stories of a group: all of them, and the way of one out of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.actions.offering import offer_to_blog
from space.blog.finding import find_story
from space.blog.forms.offering import OfferForm
from space.blog.models import Edition
from space.blog.of_groups import page_of
from space.blog.permissions import can_offer
from space.discuss.views.writing import reasons_to
from space.kit.fields import whole_number
from space.kit.rules import require
from space.languages import mark
from space.membership.permissions import can_read_inside
from space.membership.shown import group_page
from space.membership.views.finding import find_group


@login_required
@require_safe
def stories(request: Request, slug: str) -> HttpResponse:
    group = find_group(request, slug)
    require(can_read_inside(request.reader, group))
    number = whole_number(request.GET.get("page"), digits=4) or 1
    context = {
        **group_page.frame(group, request.reader, "stories"),
        **page_of(group, request.reader, number),
    }
    return render(request, "blog/stories_of_group.html", context)


@login_required
def offer(request: Request, pk: int) -> HttpResponse:
    """Take a copy of a story out of its group, for the Blog. Says first who will be able to read it."""
    story = find_story(request.reader, pk)
    require(can_offer(request.reader, story))
    form = OfferForm(request.POST or None)
    if form.is_valid():
        with reasons_to(form):
            offered = offer_to_blog(story, by=request.user, key=form.cleaned_data["key"])
            messages.success(
                request, pgettext("story", "A copy is there. Only its authors see it until they share it.")
            )
            return redirect(offered.desk_url if request.user.pk in offered.people else story.desk_url)
    original = Edition.objects.visible_to(request.reader).get(story=story, is_original=True)
    context = {"story": story, "form": form, "title": original.title, **mark(original.language)._asdict()}
    return render(request, "blog/offer.html", context, status=422 if form.is_bound else 200)
