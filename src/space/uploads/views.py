from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts.requests import Request
from space.uploads.actions import keep_file
from space.uploads.away import or_away
from space.uploads.forms import FileForm
from space.uploads.handlers import TOO_LARGE
from space.uploads.kinds import Kind
from space.uploads.models import PREVIEW, Size, Upload
from space.uploads.permissions import can_upload
from space.uploads.text import picture, snippet
from space.web import panels

# On a page of its own a picture takes all the width there is.
_WHOLE = "(max-width: 1200px) 100vw, 1200px"
# A file can do nothing in the browser, also when it is opened by itself.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: Request) -> HttpResponse:
    """The form for a file; scripts that ask for JSON get what to write into the text."""
    form = FileForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        verdict=can_upload(request.reader),
        too_large=TOO_LARGE in request.META,
    )
    upload = _kept(request, form) if form.is_bound and form.is_valid() else None
    if upload is None:
        return _form_again(request, form)
    if request.accepts("text/html") or not request.accepts("application/json"):
        return redirect("uploads:kept", pk=upload.pk)
    return JsonResponse(_told(upload), status=201)


def _kept(request: Request, form: FileForm) -> Upload | None:
    sent = form.cleaned_data["file"]
    try:
        return keep_file(sent, by=request.user, name=sent.name, alt=form.cleaned_data["alt"])
    except ValidationError as error:
        form.add_error(None, error)
        return None


def _form_again(request: Request, form: FileForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    if form.is_bound and not request.accepts("text/html"):
        reasons = [reason for reasons in form.errors.values() for reason in reasons]
        return JsonResponse({"reasons": reasons}, status=status)
    return render(request, "uploads/send.html", {"form": form, "verdict": form.verdict}, status=status)


def _told(upload: Upload) -> dict[str, str | int]:
    return {
        "id": upload.pk,
        "url": upload.get_absolute_url(),
        "snippet": snippet(upload),
        "name": upload.name,
        "width": upload.width,
        "height": upload.height,
    }


@require_safe
def kept(request: Request, pk: int) -> HttpResponse:
    """A picture as big as it is, with whose it is and what one may do about it; a file to be saved.

    Its owner reads here what to write into a text to show it: where a form without JavaScript leads.
    """
    seen = Upload.objects.visible_to(request.reader).select_related("owner")
    upload = get_object_or_404(seen, pk=pk)
    context = {
        "upload": upload,
        "picture": picture(upload, sizes=_WHOLE, first=True) if upload.is_picture else "",
        "snippet": snippet(upload) if upload.owner_id == request.reader.pk else "",
        "is_loose": upload.loose_since is not None,
        "panels": panels.show("picture", upload, request.reader, request),
        "actions": panels.show("picture:actions", upload, request.reader, request),
    }
    return render(request, "uploads/kept.html", context)


@require_safe
@or_away
def file(request: Request, pk: int, name: str) -> HttpResponseBase:
    upload = get_object_or_404(Upload.objects.visible_to(request.reader), pk=pk)
    return _delivered(request, upload, str(upload.file), Kind(upload.kind))


@require_safe
@or_away
def size(request: Request, pk: int, width: int, name: str) -> HttpResponseBase:
    """A smaller size; until the job has made it, the file itself. A name that ends so asks for AVIF, if that is
    smaller."""
    upload = get_object_or_404(Upload.objects.visible_to(request.reader), pk=pk)
    wants_avif = name.endswith(".avif") and bool(upload.avif_widths)
    if width not in (upload.avif_widths if wants_avif else upload.widths):
        raise Http404
    made = {one.kind: one for one in upload.made_sizes.filter(width=width)}
    return _one_of(request, upload, [made.get(Kind.AVIF) if wants_avif else None, made.get(Kind.WEBP)])


@require_safe
@or_away
def preview(request: Request, pk: int, name: str) -> HttpResponseBase:
    """As previews of links show it; until the job has made that, the file itself."""
    upload = get_object_or_404(Upload.objects.visible_to(request.reader), pk=pk)
    if not Kind(upload.kind).is_raster:
        raise Http404
    return _one_of(request, upload, list(upload.made_sizes.filter(width=PREVIEW[0], kind=Kind.JPEG)))


def whole(request: Request, upload: Upload) -> HttpResponseBase:
    """For apps above that ask by themselves who may see it."""
    return _delivered(request, upload, str(upload.file), Kind(upload.kind))


def _one_of(request: Request, upload: Upload, made: Sequence[Size | None]) -> HttpResponseBase:
    found = next(filter(None, made), None)
    if found is None:
        return _delivered(request, upload, str(upload.file), Kind(upload.kind))
    return _delivered(request, upload, str(found.file), Kind(found.kind))


def _delivered(request: Request, upload: Upload, stored: str, kind: Kind) -> HttpResponseBase:
    """The bytes, asked for again each time: a file that was hidden is gone at once, an unchanged one costs a 304."""
    etag = f'"{stored.rpartition("/")[2].partition(".")[0]}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = _whole(stored, kind)
        name = f"{upload.name.rpartition('.')[0]}.{kind.suffix}"
        response.headers["Content-Disposition"] = (
            content_disposition_header(kind is Kind.PDF, name) or "inline"
        )
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Cookie"
    # What nobody in particular sees may stand in feed readers and on other sites.
    public = not request.reader.is_authenticated
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if public else "same-origin"
    return response


def _whole(stored: str, kind: Kind) -> FileResponse:
    try:
        return FileResponse(default_storage.open(stored), content_type=kind.content_type)
    except FileNotFoundError as error:
        raise Http404 from error
