from space.review.models.cases import Case, Flag, Why
from space.review.models.decisions import AGREES, Appeal, Clause, Decision, Did, Follows, Outcome

__all__ = ["AGREES", "Appeal", "Case", "Clause", "Decision", "Did", "Flag", "Follows", "Outcome", "Why"]
