"""All tags, their groups, and new ones of both."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.actions import (
    change_tag_group,
    delete_tag_group,
    make_tag,
    make_tag_group,
    place_tag_group,
)
from space.discuss.arranging import lately
from space.discuss.arranging.history import history_of
from space.discuss.arranging.tag_forms import NewTagForm, TagGroupForm
from space.discuss.arranging.tag_rows import MOST, for_arranging, group_rows
from space.discuss.models import TagGroup
from space.discuss.tagging.permissions import can_arrange_tags
from space.discuss.views.arranging.showing import number_in, page
from space.discuss.views.writing import reasons_to
from space.kit.fields import one_line
from space.kit.rules import require


@require_safe
@login_required
def all_tags(request: Request) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    words = one_line(request.GET.get("q", ""))[:100]
    gathered, is_all = for_arranging(words, request.reader)
    return page(
        request,
        "discuss/arranging/tags.html",
        gathered=gathered,
        is_all=is_all,
        most=MOST,
        words=words,
        groups=group_rows(),
        history=lately.of_tags(request.reader),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_tag(request: Request) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    form = NewTagForm(request.POST or None)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        with reasons_to(form, "word"):
            tag = make_tag(
                data["word"], by=request.user, description=data["description"], group=data["group"]
            )
            messages.success(request, pgettext("tag", "The tag is there. Everybody may use it."))
            return redirect("discuss:arrange_tag", pk=tag.pk)
    return page(request, "discuss/arranging/new_tag.html", form, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_group(request: Request) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    form = TagGroupForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with reasons_to(form):
            group = make_tag_group(by=request.user, **form.cleaned_data)
            return redirect("discuss:arrange_tag_group", pk=group.pk)
    return page(request, "discuss/arranging/tag_group.html", form, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def group(request: Request, pk: int) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    found = get_object_or_404(TagGroup, pk=pk)
    initial = {name: getattr(found, name) for name in TagGroupForm.base_fields}
    form = TagGroupForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        with reasons_to(form):
            change_tag_group(found, by=request.user, **form.wanted)
            messages.success(request, pgettext("tag group", "Saved."))
            return redirect("discuss:arrange_tag_group", pk=pk)
    return page(
        request,
        "discuss/arranging/tag_group.html",
        form,
        form=form,
        group=found,
        history=history_of(found),
    )


@require_POST
@login_required
def place_group(request: Request, pk: int) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    after = "after" in request.POST
    found = get_object_or_404(TagGroup, pk=pk)
    beside = get_object_or_404(TagGroup, pk=number_in(request.POST.get("after" if after else "before", "")))
    place_tag_group(found, by=request.user, beside=beside, after=after)
    return redirect("discuss:arrange_tags")


@require_POST
@login_required
def delete_group(request: Request, pk: int) -> HttpResponse:
    require(can_arrange_tags(request.reader))
    delete_tag_group(get_object_or_404(TagGroup, pk=pk), by=request.user)
    messages.success(request, pgettext("tag group", "The group is gone; its tags are there as before."))
    return redirect("discuss:arrange_tags")
