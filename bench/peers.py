"""What others needed for the same posts on a machine like this one: CPU milliseconds a request, November 2026."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """The best of the programs we measured against, and what we want of ourselves."""

    best: float
    wanted: float


# WordPress 6.1 without a page cache, on the same 300 articles. Behind nginx's: 0.74, and 1,290 pages a second.
_BLOG, _ARTICLE = 48, 52
# NodeBB 4.11 with Redis was the best of NodeBB, Misago, FlaskBB and WordPress in all of these.
LINES = {
    ("list", "nobody"): Line(15, 0.15),
    ("category", "nobody"): Line(15, 0.15),
    ("topic of 20 posts", "nobody"): Line(14, 0.14),
    ("page 25 of 500 posts", "nobody"): Line(16, 0.16),
    ("list", "50 people"): Line(18, 6),
    ("category", "50 people"): Line(18, 6),
    ("topic of 20 posts", "50 people"): Line(19, 6),
    ("page 25 of 500 posts", "50 people"): Line(19, 6),
    ("topics and lists by Zipf", "50 people"): Line(19, 6),
    ("topics and lists by Zipf, nothing kept", "nobody"): Line(14, 14),
    ("reply", "people"): Line(14, 10),
    ("search, a rare word", "nobody"): Line(6, 6),
    ("search, a rare word", "50 people"): Line(6, 6),
    ("search, a very common word", "nobody"): Line(12, 12),
    ("search, a very common word", "50 people"): Line(12, 12),
    ("blog", "nobody"): Line(_BLOG, 0.096),
    ("story", "nobody"): Line(_ARTICLE, 0.104),
    ("blog, made anew", "nobody"): Line(_BLOG, 4.8),
    ("story, made anew", "nobody"): Line(_ARTICLE, 5.2),
    ("stories by Zipf, nothing kept", "nobody"): Line(_ARTICLE, 5.2),
    ("blog", "50 people"): Line(_BLOG, 4.8),
    ("story", "50 people"): Line(54, 5.4),
}
