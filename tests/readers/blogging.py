"""Stories in the table of readers."""

from tests.readers.rows import INSIDE, Row, of

MEMBERS = {"all": 200, "but": {"nobody": 404, "suspended": 404}}
BLOG = [
    Row("blog:desk", of("blog:desk", lambda w: [w.stories.published.pk])),
    Row("blog:desk", of("blog:desk", lambda w: [w.stories.in_review.pk]), **MEMBERS),
    Row("blog:desk", of("blog:desk", lambda w: [w.stories.secret.pk]), **INSIDE),
]
