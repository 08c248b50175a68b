"""The only writers of the public log's lines. Entries themselves are written by `moderation.actions.record`."""

from space.review.log.actions.counting import count_month, count_months
from space.review.log.actions.redacting import redact
from space.review.log.actions.writing import complete, line_of, write_line

__all__ = ["complete", "count_month", "count_months", "line_of", "redact", "write_line"]
