"""Pages that anybody may read: the directory, what closed groups are, and the page of a group."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from space.accounts.actions import PEOPLE
from space.accounts.requests import Request
from space.groups.actions import GROUPS
from space.groups.models import Role
from space.membership.permissions import can_propose
from space.membership.shown import directory as listing
from space.membership.shown import group_page
from space.membership.views.finding import find_group
from space.web import panels
from space.web.pagecache import page_for_everybody


@require_safe
@page_for_everybody(GROUPS, PEOPLE, parameters=listing.PARAMETERS)
def directory(request: Request) -> HttpResponse:
    wanted = listing.Wanted.of(request.GET)
    return render(request, "membership/directory.html", listing.page_of(wanted, request.reader))


@require_safe
@page_for_everybody(GROUPS, PEOPLE)
def closed(request: Request) -> HttpResponse:
    """What closed groups are, which ones there are, and how to ask for one."""
    found = listing.page_of(listing.Wanted(), request.reader)
    context = {"rows": found["rows"], "can_propose": can_propose(request.reader)}
    return render(request, "membership/closed.html", context)


@require_safe
@page_for_everybody(GROUPS, PEOPLE, "lists", "events")
def group(request: Request, slug: str) -> HttpResponse:
    found = find_group(request, slug)
    shown = group_page.page(found, request.reader)
    if not found.is_ending:
        shown["acts"] = panels.show("group:acts", found, request.reader, request)
        shown["panels"] = panels.show("group", found, request.reader, request)
        shown["aside"] = panels.show("group:aside", found, request.reader, request)
    return render(request, "membership/group.html", shown)


@require_safe
@page_for_everybody(GROUPS, PEOPLE)
def people(request: Request, slug: str) -> HttpResponse:
    """Who belongs to it, for those who may know."""
    found = find_group(request, slug)
    shown = group_page.frame(found, request.reader, "people")
    if shown["sees_members"]:
        shown["people"] = group_page.people(found, *Role)
    return render(request, "membership/people.html", shown)
