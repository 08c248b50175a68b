"""What concerns one, and how much one wants to hear: one's own, for who is signed in; while suspended little of it."""

from tests.readers.rows import Row, at, of

MEMBERS = {"all": 200, "but": {"nobody": 302, "suspended": 403}}
SIGNED_IN = {"all": 200, "but": {"nobody": 302}}
DONE = {"all": 302, "but": {"suspended": 403}}


def _part(world: object) -> str:
    return f"{at('notifications:all')(world)}?part=menu"  # type: ignore[arg-type]


TELLING = [
    # Who is suspended is told what was decided about them.
    Row("notifications:all", at("notifications:all"), **SIGNED_IN),
    Row("notifications:all", _part, **SIGNED_IN),
    Row("notifications:read", of("notifications:read", lambda w: [w.secret_line.pk]), all=405),
    Row(
        "notifications:read",
        of("notifications:read", lambda w: [w.secret_line.pk]),
        all=404,
        but={"nobody": 302, "insider": 302},
        post={},
    ),
    Row("notifications:open", of("notifications:open", lambda w: [w.secret_line.pk]), all=405),
    Row(
        "notifications:open",
        of("notifications:open", lambda w: [w.secret_line.pk]),
        all=404,
        but={"nobody": 302, "insider": 302},
        post={},
    ),
    Row("notifications:read_all", at("notifications:read_all"), all=405),
    Row(
        "notifications:read_all",
        at("notifications:read_all"),
        all=302,
        post={"kind": "mention", "until": "99"},
    ),
    Row("notifications:wishes", at("notifications:wishes"), **MEMBERS),
    Row("notifications:wishes", at("notifications:wishes"), **DONE, post={"bell": ["mention"]}),
    Row(
        "notifications:wishes",
        at("notifications:wishes"),
        all=422,
        but={"nobody": 302, "suspended": 403},
        post={"bell": ["nonsense"]},
    ),
    *(
        Row("discuss:levels", lambda w, show=show: f"{at('discuss:levels')(w)}?show={show}&q=a", **MEMBERS)  # type: ignore[misc]
        for show in ("topics", "categories", "tags", "people")
    ),
]
