"""What a text is found by: one analysis for the index and for questions, made here and not by PostgreSQL.

Raise VERSION with every change of what comes out of a text: then all documents are made anew by a job.
"""

from space.search.words.pieces import Piece, pieces, spans
from space.search.words.stems import stem
from space.search.words.vectors import exact_title, settled, vector

VERSION = 3

__all__ = ["VERSION", "Piece", "exact_title", "pieces", "settled", "spans", "stem", "vector"]
