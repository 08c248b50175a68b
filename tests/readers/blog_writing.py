"""Writing stories in the table of readers."""

from tests.readers.rows import INSIDE, OWN, SIGNED_IN, Row, at, of, only

WRITERS = SIGNED_IN[:-1]


def on(name, which, *more, **expected):
    """A page about one of the stories of the world."""
    return Row(
        f"blog:{name}", of(f"blog:{name}", lambda w: [getattr(w.stories, which).pk, *more]), **expected
    )


MEMBERS_ONLY = {"all": 200, "but": {"nobody": 404, "suspended": 404}}
# Who visits the closed group reads there, and writes nothing.
READ_ALONE = {**INSIDE, "but": {"insider": 200, "visitor": 403}}
BLOG_WRITING = [
    on("edit", "inside", "en", **READ_ALONE),
    on("edit", "told_inside", "fr", **READ_ALONE),
    on("edit", "inside", "en", **only("insider", gets=422), post={"title": ""}),
    on("versions", "inside", "en", **INSIDE),
    on("versions", "told_inside", "fr", **INSIDE),
    on("versions", "told_inside", "en", **INSIDE),
    on("about", "inside", **READ_ALONE),
    on("about", "inside", **only("insider", gets=422), post={"authors": ""}),
    on("translate", "told_inside", all=404, but={"nobody": 302, "insider": 200, "visitor": 403}),
    on("offer", "told_inside", all=404, but={"nobody": 302, "insider": 403}),
    on("offer", "told_inside", all=404, but={"nobody": 302, "insider": 403}, post={"wider": "on"}),
    Row("blog:submit", at("blog:submit")),
    Row("blog:submit", at("blog:submit"), all=422, post={"title": "x"}),
    Row("blog:preview", at("blog:preview"), all=405),
    Row("blog:preview", at("blog:preview"), **only(*SIGNED_IN[:-1], others=403), post={"text": "Words"}),
    Row(
        "blog:complete_regions",
        lambda w: f"{at('blog:complete_regions')(w)}?q=came",
        **only(*SIGNED_IN[:-1], others=403),
    ),
    on("edit", "secret", "en", **OWN),
    on("edit", "in_review", "en", **MEMBERS_ONLY),
    on("edit", "published", "en", all=200, but={"nobody": 302, "newcomer": 403, "suspended": 403}),
    on("edit", "published", "eo", **MEMBERS_ONLY),
    on("edit", "secret", "en", **only("insider", gets=422), post={"title": ""}),
    on("edit", "in_review", "en", **only(*WRITERS, gets=422), post={"title": ""}),
    on("here", "in_review", "en", all=405),
    on("here", "in_review", "en", **only(*WRITERS), post={}),
    on("here", "secret", "en", **OWN, post={}),
    on("versions", "secret", "en", **OWN),
    on("versions", "in_review", "en", **MEMBERS_ONLY),
    on("versions", "published", "eo", **MEMBERS_ONLY),
    on("versions", "published", "en"),
    on("versions", "secret", "en", **only("insider", gets=302), post={"version": "1"}),
    on("versions", "in_review", "en", **only(*WRITERS, gets=302), post={"version": "1"}),
    on("about", "secret", **OWN),
    on("about", "in_review", all=403, but={"nobody": 404, "suspended": 404, "administrator": 200}),
    on("about", "secret", **only("insider", gets=422), post={"authors": ""}),
    on("translate", "secret", all=404, but={"nobody": 302, "insider": 403}),
    on("translate", "published", all=200, but={"nobody": 302, "suspended": 403}),
    on("translate", "published", all=302, but={"suspended": 403}, post={"language": "ln"}),
    on("translate", "published", all=422, but={"nobody": 302, "suspended": 403}, post={"language": "?"}),
    on("translate", "in_review", all=403, but={"nobody": 302, "suspended": 404}, post={"language": "ln"}),
    on("approve", "published", "eo", **MEMBERS_ONLY),
    on("approve", "published", "en", all=404),
    on(
        "approve",
        "published",
        "eo",
        all=403,
        but={"nobody": 404, "suspended": 404, "administrator": 422},
        post={"decide": "back"},
    ),
    on("approve", "secret", "eo", all=404),
    on("send", "published", "eo", all=405),
    on("send", "published", "eo", **only(*WRITERS, gets=302), post={}),
    on("send", "secret", "eo", all=404, post={}),
    on("same", "published", "eo", all=405),
    on("same", "published", "eo", **only(*WRITERS, gets=302), post={}),
    on("same", "secret", "eo", all=404, post={}),
]
