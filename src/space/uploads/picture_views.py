"""Pictures of people: the page on which one chooses one's own, and the pictures themselves."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts import names
from space.accounts.faces import SIZES, face_of
from space.accounts.former import old_names_lead_on
from space.accounts.models import User
from space.accounts.requests import Request
from space.kit.rules import require
from space.uploads import portraits
from space.uploads.actions import remove_picture, show_picture
from space.uploads.forms import PictureForm, RemovingForm
from space.uploads.handlers import TOO_LARGE
from space.uploads.models import Portrait
from space.uploads.permissions import can_change_picture, can_remove_picture

_A_TOKEN = re.compile(r"[0-9a-f]{32}")


@login_required
def picture(request: Request) -> HttpResponse:
    """Choose the picture by which one is shown."""
    form = PictureForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        verdict=can_change_picture(request.reader),
        too_large=TOO_LARGE in request.META,
    )
    if form.is_bound and form.is_valid() and _shown(request, form):
        messages.success(request, pgettext("picture", "This is how you are shown now."))
        return redirect("uploads:picture")
    context = {"form": form, "verdict": form.verdict, "face": face_of(request.user)}
    return render(request, "uploads/picture.html", context, status=422 if form.is_bound else 200)


def _shown(request: Request, form: PictureForm) -> bool:
    try:
        show_picture(form.cleaned_data["file"], by=request.user)
    except ValidationError as error:
        form.add_error("file", error)
        return False
    return True


@require_POST
@login_required
def remove(request: Request) -> HttpResponse:
    """Be shown as a letter again. Always open: nobody has to keep a picture."""
    if remove_picture(request.user, by=request.user):
        messages.success(request, pgettext("picture", "Your picture is gone."))
    return redirect("uploads:picture")


@old_names_lead_on
@login_required
def remove_of(request: Request, name: str) -> HttpResponse:
    """Take somebody's picture away, with a reason."""
    person = get_object_or_404(User, name=names.from_address(name))
    require(can_remove_picture(request.reader, person))
    form = RemovingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        remove_picture(person, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, pgettext("picture", "The picture is gone."))
        return redirect(person)
    context = {"form": form, "person": person, "face": face_of(person)}
    return render(request, "uploads/remove_picture.html", context, status=422 if form.is_bound else 200)


@require_safe
def portrait(request: Request, token: str, size: int) -> HttpResponseBase:
    """A picture, for everybody. Another one has another address, so browsers ask once."""
    if not _A_TOKEN.fullmatch(token) or size not in SIZES:
        raise Http404
    if Portrait.objects.filter(address=portraits.address_of(token), hidden_at__isnull=False).exists():
        raise Http404
    return _squared(portraits.path_of(token, size), "public, max-age=31536000, immutable")


def whole(portrait: Portrait) -> HttpResponseBase:
    """Also while it is hidden: for apps above that ask by themselves who may see it."""
    return _squared(portraits.path_at(portrait.address, max(SIZES)), "private, no-cache")


def _squared(path: str, kept: str) -> HttpResponseBase:
    try:
        file = default_storage.open(path)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/webp")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = kept
    return response
