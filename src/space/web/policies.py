"""What a browser may do on a page, where it is not what all pages say (settings.CONTENT_SECURITY_POLICY)."""

from django.conf import settings
from django.http import HttpResponse

HEADER = "Content-Security-Policy"


def policy(**changes: str) -> str:
    """That of all pages with other directives: `img_src` stands for `img-src`."""
    parts = dict(part.strip().partition(" ")[::2] for part in settings.CONTENT_SECURITY_POLICY.split(";"))
    parts |= {name.replace("_", "-"): value for name, value in changes.items()}
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def may_be_framed(response: HttpResponse, **changes: str) -> HttpResponse:
    """Any site may show this page within its own. It does nothing for who is signed in, so nobody is tricked."""
    response.headers[HEADER] = policy(form_action="'none'", frame_ancestors="*", **changes)
    response.xframe_options_exempt = True
    return response
