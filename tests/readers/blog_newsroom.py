"""The newsroom in the table of readers."""

from tests.readers.rows import INSIDE, OWN, Row, at, of, only

MEMBERS = {"all": 200, "but": {"nobody": 404, "suspended": 404}}
DENIED = {"nobody": 404, "suspended": 404}


def story(name, which, *more):
    return f"blog:{name}", of(f"blog:{name}", lambda w: [getattr(w.stories, which).pk, *more])


# The newsroom is for members; who has not signed in is told how it works.
PAGES = {"all": 200, "but": {"nobody": 302, "suspended": 403}}
PERSON = {"person": "Kofi Mensah", "role": "reviewer", "language": "fr"}

NEWSROOM = [
    Row("blog:newsroom", at("blog:newsroom")),
    *(
        Row(f"blog:{name}", at(f"blog:{name}"), **PAGES)
        for name in ("calendar", "list", "mine", "to_review", "translations_wanted")
    ),
    Row("blog:list", lambda w: "/blog/newsroom/list?stage=draft&language=en&reviewer=nobody", **PAGES),
    Row(
        "blog:newsroom_numbers",
        at("blog:newsroom_numbers"),
        all=403,
        but={"nobody": 302, "administrator": 200},
    ),
    Row("blog:newsroom_people", at("blog:newsroom_people")),
    Row(
        "blog:newsroom_people",
        at("blog:newsroom_people"),
        **only("administrator", gets=302, others=403),
        post=PERSON,
    ),
    Row(
        "blog:newsroom_people",
        at("blog:newsroom_people"),
        **only("administrator", gets=422, others=403),
        post={"role": "x"},
    ),
    Row(*story("desk", "published")),
    Row(*story("desk", "in_review"), **MEMBERS),
    Row(*story("desk", "secret"), **OWN),
    Row(*story("step", "in_review", "publish"), all=405),
    Row(*story("step", "in_review", "dance"), all=404, post={}),
    Row(*story("step", "in_review", "publish"), all=403, but={**DENIED, "administrator": 422}, post={}),
    Row(*story("step", "secret", "submit"), **only("insider", gets=302), post={"seen": "draft"}),
    Row(*story("claim", "in_review"), all=405),
    Row(*story("claim", "in_review"), all=403, but={**DENIED, "administrator": 302}, post={"seen": "0"}),
    Row(*story("claim", "secret"), **only("insider", gets=403), post={"seen": "0"}),
    Row(*story("check", "in_review"), all=405),
    Row(*story("check", "in_review"), all=403, but={**DENIED, "administrator": 302}, post={"point": "tone"}),
    Row(*story("note", "in_review"), all=405),
    Row(*story("note", "in_review"), all=422, but=DENIED, post={"text": "Kind.", "passage": "Not there"}),
    Row(*story("note", "in_review"), all=422, but=DENIED, post={"text": ""}),
    Row(*story("note", "secret"), all=404, post={"text": "How kind of them."}),
    Row(*story("resolve", "in_review", 1), all=405),
    Row(*story("resolve", "in_review", 999_999), all=404, post={}),
    Row(*story("desk", "inside"), **INSIDE),
    Row(*story("desk", "told_inside"), **INSIDE),
    Row(*story("step", "inside", "publish"), **only("insider", gets=403), post={"seen": "review"}),
    Row(*story("claim", "inside"), **only("insider", gets=403), post={"seen": "0"}),
    Row(*story("check", "inside"), **only("insider", gets=403), post={"point": "tone"}),
    Row(*story("note", "inside"), **only("insider", gets=422), post={"text": ""}),
    Row(*story("feature", "told_inside"), **only("insider", gets=403), post={}),
    Row(*story("feature", "published"), all=405),
    Row(*story("feature", "published"), all=403, but={"administrator": 302}, post={}),
    Row(*story("feature", "secret"), **only("insider", gets=403), post={}),
]
