"""A file that is larger than allowed is not even put aside while it arrives."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from space.uploads.numbers import UPLOAD_BYTES

TOO_LARGE = "space_file_too_large"


class Bounded(FileUploadHandler):
    """Stands first. Lets the other fields of the form through, so that a text sent with the file is not lost."""

    is_absurd = False
    at_most = 0

    def handle_raw_input(
        self,
        input_data: Any,
        meta: dict[str, Any],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        self.at_most = UPLOAD_BYTES()
        self.is_absurd = content_length > 5 * self.at_most + settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.is_absurd:
            self._mark()
            raise StopUpload(connection_reset=True)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start + len(raw_data) > self.at_most:
            self._mark()
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _mark(self) -> None:
        if self.request is not None:
            self.request.META[TOO_LARGE] = True
