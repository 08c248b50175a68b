"""Telling those who look after this place that something is wrong; or, more quietly, its author."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts import names
from space.accounts.addresses import address_of
from space.accounts.faces import face_of
from space.accounts.former import old_names_lead_on
from space.accounts.models import User
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.finding import find_post
from space.discuss.models import Audience, Post
from space.discuss.views.writing import reasons_to
from space.kit.rules import require
from space.messages.permissions import can_message, takes_messages
from space.review.actions import flag
from space.review.actions.flagging import Told
from space.review.flag_forms import OF_PERSON, OF_PICTURE, OF_POST, FlagForm
from space.review.models import Flag
from space.review.models.behind import pictures_beside, stands_in
from space.review.permissions import can_flag, can_flag_person
from space.review.things import Thing, person_thing, picture_thing, portrait_thing, post_thing
from space.uploads.actions import portrait_of
from space.uploads.kinds import Kind
from space.uploads.models import Portrait, Upload
from space.uploads.text import picture as picture_tag

# Of a post with more of them, the first.
_PICTURES = 30


def post(request: Request, pk: int, number: int) -> HttpResponse:
    found = find_post(request.reader, pk, number)
    require(can_flag(request.reader, found.author_id))
    thing = post_thing(found)
    before, read = _before(thing, request.reader), request.GET.get("read", "")
    form = FlagForm(request.POST or None, means=OF_POST, before=before, read=read)
    if _is_told(request, form, thing):
        return _thanks(request, found)
    context = {
        "post": found,
        "is_private": found.topic.audience == Audience.PEOPLE,
        "is_inside": thing.group is not None,
        "pictures": _pictures(found, request.reader),
    }
    return _page(request, form, found.author, context)


def picture(request: Request, pk: int) -> HttpResponse:
    """One picture by itself, wherever it stands. Nobody else is looked at for it than who sent it."""
    seen = Upload.objects.visible_to(request.reader).exclude(kind=Kind.PDF).select_related("owner")
    found = get_object_or_404(seen, pk=pk)
    place = stands_in(found)
    if place is None:
        raise Http404
    require(can_flag(request.reader, found.owner_id))
    thing = picture_thing(found, place)
    form = FlagForm(request.POST or None, means=OF_PICTURE, before=_before(thing, request.reader))
    is_there = Post.objects.visible_to(request.reader).filter(pk=place.pk).exists()
    if _is_told(request, form, thing):
        return _thanks(request, place)
    context = {
        "picture": picture_tag(found),
        "place": place if is_there else None,
        "is_private": place.topic.audience == Audience.PEOPLE,
        "is_inside": thing.group is not None,
    }
    return _page(request, form, found.owner, context)


@old_names_lead_on
def portrait(request: Request, name: str) -> HttpResponse:
    """The picture by which somebody is shown: that one, and no other which they choose meanwhile."""
    found = _find_person(request, name)
    if not found.picture:
        raise Http404
    form = FlagForm(request.POST or None, means=OF_PICTURE, before=_before_portrait(found, request.reader))
    is_another = request.method == "POST" and request.POST.get("picture", found.picture) != found.picture
    if is_another:
        form.add_error(
            None, pgettext("flag", "It is another picture now. Look at it, and send this again if you want.")
        )
    elif form.is_valid() and _is_told(request, form, portrait_thing(portrait_of(found))):
        return _thanks(request, None)
    return _page(request, form, found, {"face": face_of(found), "shown": found.picture})


def _before_portrait(person: User, reader: Reader) -> Flag | None:
    kept = Portrait.objects.filter(address=person.picture).select_related("owner").first()
    return _before(portrait_thing(kept), reader) if kept else None


def _find_person(request: Request, name: str) -> User:
    found = get_object_or_404(User, name=names.from_address(name), is_active=True)
    require(can_flag_person(request.reader, found))
    return found


@old_names_lead_on
def person(request: Request, name: str) -> HttpResponse:
    found = _find_person(request, name)
    thing = person_thing(found)
    form = FlagForm(request.POST or None, means=OF_PERSON, before=_before(thing, request.reader))
    if _is_told(request, form, thing):
        return _thanks(request, None)
    context = {
        "portrait": face_of(found) if found.picture else None,
        "portrait_url": reverse("review:flag_portrait", args=[names.in_address(found.name)]),
    }
    return _page(request, form, found, context)


@require_safe
def thanks(request: Request) -> HttpResponse:
    """For who has no account, and so no page of their own that says what becomes of it."""
    return render(request, "review/flag_thanks.html")


def _pictures(post: Post, reader: Reader) -> list[tuple[int, str]]:
    beside = pictures_beside(post, reader)[:_PICTURES]
    return [(one.pk, picture_tag(one, sizes="160px")) for one in beside]


def _before(thing: Thing, reader: Reader) -> Flag | None:
    """What they said of it already: sending the form again changes that."""
    if not reader.is_authenticated:
        return None
    mine = Flag.objects.filter(by=reader.pk, withdrawn_at=None, case__decided_at=None)
    return mine.filter(case__thing_kind=thing.kind, case__thing_id=thing.pk).first()


def _is_told(request: Request, form: FlagForm, thing: Thing) -> bool:
    if not form.is_valid():
        return False
    said = form.cleaned_data
    told = Told(said["why"], said["words"], sender=address_of(request), read_in=said["read"])
    by = request.user if request.reader.is_authenticated else None
    with reasons_to(form):
        flag(thing, told, by=by)
    return not form.errors


def _thanks(request: Request, found: Post | None) -> HttpResponse:
    """Back to the post, if it is still there."""
    if not request.reader.is_authenticated:
        return redirect("review:thanks")
    told = pgettext("flag", "Thank you. Somebody will look at it, and you will be told what was decided.")
    messages.success(request, told)
    if found and Post.objects.visible_to(request.reader).filter(pk=found.pk).exists():
        return redirect(found)
    return redirect("review:my_flags")


def _page(request: Request, form: FlagForm, author: User, context: dict[str, Any]) -> HttpResponse:
    back = context.get("post") or context.get("place") or author
    context |= {
        "form": form,
        "author": author,
        "back": back.get_absolute_url(),
        "write_url": _way_to_write(request.reader, author),
    }
    return render(request, "review/flag.html", context, status=422 if form.is_bound else 200)


def _way_to_write(reader: Reader, author: User) -> str:
    """Where one writes to them, if one may."""
    if not can_message(reader) or not takes_messages(reader, author):
        return ""
    return f"{reverse('messages:new')}?{urlencode({'to': names.in_address(author.name)})}"
