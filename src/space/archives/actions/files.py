"""Files that came with archived messages become uploads, within the limits that hold for everybody."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.html import escape

from space.accounts.models import User
from space.archives.mail.letters import Attachment
from space.archives.mail.masking import mask_addresses
from space.uploads.actions import keep_file
from space.uploads.models import Upload

A_MESSAGE = 10


def keep_attachments(attachments: list[Attachment], *, by: User) -> list[Upload]:
    """Those that Space takes: pictures and documents, not too large, ten a message."""
    kept: list[Upload] = []
    for attachment in attachments[:A_MESSAGE]:
        try:
            name = mask_addresses(attachment.name)
            kept.append(keep_file(BytesIO(attachment.data), by=by, name=name, is_named_elsewhere=True))
        except ValidationError:
            continue
    return kept


def shown(uploads: list[Upload]) -> str:
    """The files below the text: pictures themselves, others as links."""
    return "".join(f"<p>{_picture(upload) if upload.width else _link(upload)}</p>" for upload in uploads)


def _picture(upload: Upload) -> str:
    source = escape(upload.get_absolute_url())
    size = f'width="{upload.width}" height="{upload.height}"'
    return f'<img loading="lazy" src="{source}" alt="{escape(upload.name)}" {size}>'


def _link(upload: Upload) -> str:
    return f'<a href="{escape(upload.get_absolute_url())}">{escape(upload.name)}</a>'
