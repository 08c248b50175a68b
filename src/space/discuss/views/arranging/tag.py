"""One tag: what it is called, what it means, what else is said for it, and whether it stays."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.actions import (
    add_synonym,
    delete_tag,
    describe_tag,
    drop_synonym,
    merge_tag,
    rename_tag,
)
from space.discuss.arranging.history import history_of
from space.discuss.arranging.tag_forms import DescribeForm, MergeForm, RenameForm, SynonymForm
from space.discuss.models import Tag
from space.discuss.tagging.permissions import can_arrange_tags
from space.discuss.views.arranging.showing import number_in, page
from space.discuss.views.writing import reasons_to
from space.kit.rules import require


@require_safe
@login_required
def show(request: Request, pk: int) -> HttpResponse:
    found = _found(request, pk)
    if found.stands_for_id:
        return redirect("discuss:arrange_tag", pk=found.stands_for_id)
    return _page(request, found)


@require_POST
@login_required
def describe(request: Request, pk: int) -> HttpResponse:
    found, form = _found(request, pk), DescribeForm(request.POST)
    if form.is_valid():
        with reasons_to(form):
            describe_tag(found, by=request.user, **form.wanted)
            return _done(request, found, pgettext("tag", "Saved."))
    return _page(request, found, describe_form=form)


@require_POST
@login_required
def rename(request: Request, pk: int) -> HttpResponse:
    found, form = _found(request, pk), RenameForm(request.POST)
    if form.is_valid():
        with reasons_to(form, "word"):
            rename_tag(found, form.cleaned_data["word"], by=request.user)
            return _done(request, found, pgettext("tag", "Renamed. The old name goes on leading here."))
    return _page(request, found, rename_form=form)


@require_POST
@login_required
def merge(request: Request, pk: int) -> HttpResponse:
    found = _found(request, pk)
    form = MergeForm(request.POST, reader=request.reader, tag=found)
    if form.is_valid():
        with reasons_to(form, "word"):
            into = merge_tag(found, form.cleaned_data["word"], by=request.user)
            return _done(request, into, pgettext("tag", "The two are one now."))
    return _page(request, found, merge_form=form)


@require_POST
@login_required
def synonyms(request: Request, pk: int) -> HttpResponse:
    """Add another word for the tag, or take one away."""
    found = _found(request, pk)
    if "drop" in request.POST:
        drop_synonym(get_object_or_404(found.synonyms, pk=number_in(request.POST["drop"])), by=request.user)
        return redirect("discuss:arrange_tag", pk=pk)
    form = SynonymForm(request.POST)
    if form.is_valid():
        with reasons_to(form, "word"):
            add_synonym(found, form.cleaned_data["word"], by=request.user)
            return redirect("discuss:arrange_tag", pk=pk)
    return _page(request, found, synonym_form=form)


@require_POST
@login_required
def delete(request: Request, pk: int) -> HttpResponse:
    found, form = _found(request, pk), forms.Form(request.POST)
    with reasons_to(form):
        delete_tag(found, by=request.user)
        messages.success(request, pgettext("tag", "The tag is gone."))
        return redirect("discuss:arrange_tags")
    return _page(request, found, delete_form=form)


def _found(request: Request, pk: int) -> Tag:
    require(can_arrange_tags(request.reader))
    seen = Tag.objects.visible_to(request.reader).select_related("group")
    return get_object_or_404(seen, pk=pk)


def _done(request: Request, tag: Tag, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("discuss:arrange_tag", pk=tag.pk)


def _page(request: Request, tag: Tag, **sent: forms.Form) -> HttpResponse:
    """The page with all its forms; the one that was sent is given back."""
    initial = {"description": tag.description, "group": tag.group_id or ""}
    context: dict[str, Any] = {
        "tag": tag,
        "synonyms": list(tag.synonyms.all()),
        "history": history_of(tag),
        "describe_form": DescribeForm(initial=initial),
        "rename_form": RenameForm(auto_id="rename_%s"),
        "synonym_form": SynonymForm(auto_id="synonym_%s"),
        "merge_form": MergeForm(reader=request.reader, tag=tag, auto_id="merge_%s"),
        **sent,
    }
    return page(request, "discuss/arranging/tag.html", *sent.values(), **context)
