"""Questions and their answers: `query(question, reader)` is all that others call."""

from space.search.asking.answering import query
from space.search.asking.question import Answer, Hit, Question

__all__ = ["Answer", "Hit", "Question", "query"]
