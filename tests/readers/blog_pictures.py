"""Pictures of stories in the table of readers."""

from django.urls import reverse

from tests.readers.blog_newsroom import DENIED, MEMBERS, story
from tests.readers.rows import OWN, Row, at, of, only

ANY = 999_999


def one(name, which):
    """A picture that hangs on this story, or on another."""
    return f"blog:{name}", of(f"blog:{name}", lambda w: [getattr(w.stories, which).pk, w.stories.picture.pk])


PICTURES = [
    Row("blog:commons", at("blog:commons"), all=200, but={"nobody": 403, "suspended": 403}),
    Row(
        "blog:commons",
        lambda _: f"{reverse('blog:commons')}?file=A.jpg",
        all=422,
        but={"nobody": 403, "suspended": 403},
    ),
    Row("blog:found_picture", at("blog:found_picture", "x"), all=404, but={"nobody": 403, "suspended": 403}),
    Row(*story("pictures", "published")),
    Row(*story("pictures", "in_review"), **MEMBERS),
    Row(*story("pictures", "secret"), **OWN),
    Row(*story("pictures", "in_review"), all=422, but=DENIED, post={}),
    Row(*story("pictures", "published"), all=422, post={}),
    Row(*story("pictures", "secret"), **only("insider", gets=422), post={}),
    Row(*one("credit", "secret"), **OWN),
    Row(*one("credit", "in_review"), all=404),
    Row(*one("credit", "secret"), **only("insider", gets=422), post={}),
    Row(*one("credit", "secret"), **only("insider", gets=302), post={"author": "Kofi", "licence": "CC0"}),
    Row(*one("lead_picture", "secret"), all=405),
    Row(*one("lead_picture", "secret"), **only("insider", gets=302), post={}),
    Row(*one("lead_picture", "published"), all=403, but={"administrator": 404}, post={}),
    Row(*story("lead_picture", "in_review", ANY), all=403, but={**DENIED, "administrator": 404}, post={}),
    Row(*one("remove_picture", "secret"), all=405),
    Row(*one("remove_picture", "secret"), **only("insider", gets=302), post={}),
    Row(*story("remove_picture", "in_review", ANY), all=403, but={**DENIED, "administrator": 404}, post={}),
]
