from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from space.community.pictures import Picture
from space.community.registry import find

# A drawing can do nothing in the browser, also when it is opened by itself.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def picture(request: HttpRequest, name: str, digest: str) -> HttpResponse:
    """A picture of the community, public. Its address changes with it, so browsers ask once."""
    definition = find(name)
    found = definition() if definition else None
    if not isinstance(found, Picture) or found.digest != digest:
        raise Http404
    response = HttpResponse(found.data, content_type=found.content_type)
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
