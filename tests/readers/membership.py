"""Groups in the table of readers. Lena, the outsider of the closed circle, owns the garden."""

from typing import Any

from tests.readers.rows import Row, Where, at, of, only

OWNER = {"all": 403, "but": {"nobody": 302, "outsider": 200}}
# Moderators know that an unlisted group is there; only its members see inside.
KNOWN = only("insider", "moderator")
LEADERS_OF_CIRCLE = {"all": 404, "but": {"nobody": 302, "insider": 403, "moderator": 403}}


def garden(name: str, *more: str, app: str = "groups") -> Where:
    return of(f"{app}:{name}", lambda w: [w.groups.garden.slug, *(getattr(w.groups, one).pk for one in more)])


def circle(name: str, *more: str, app: str = "groups") -> Where:
    return of(f"{app}:{name}", lambda w: [w.groups.circle.slug, *(getattr(w.groups, one).pk for one in more)])


def owner(page: str, *more: str, gets: int = 200, app: str = "groups", **post: Any) -> list[Row]:
    """What the owner alone does in the garden, and nobody of these in the circle."""
    data = post or None
    may = {"all": 403, "but": {"nobody": 302, "outsider": gets}}
    return [
        Row(f"{app}:{page}", garden(page, *more, app=app), **may, post=data),
        Row(f"{app}:{page}", circle(page, *more, app=app), **LEADERS_OF_CIRCLE, post=data),
    ]


def _copy_of(group: str) -> Where:
    return of("privacy:fetch_group_copy", lambda w: [getattr(w.groups, group).slug, 1])


def key(which: str) -> Where:
    return of("groups:invitation", lambda w: [getattr(w.groups, which).key])


STAFF = {"all": 403, "but": {"nobody": 302, "moderator": 200}}
OPENS = {"all": 404, "but": {"nobody": 302, "insider": 403, "moderator": 200}}
PROPOSES = {"all": 200, "but": {"nobody": 302, "newcomer": 403, "suspended": 403}}

GROUPS = [
    Row("groups:directory", at("groups:directory")),
    Row("groups:closed", at("groups:closed")),
    Row("groups:group", garden("group")),
    Row("groups:group", circle("group"), **KNOWN),
    Row("groups:people", garden("people")),
    Row("groups:people", circle("people"), **KNOWN),
    Row("groups:join", garden("join"), all=405, but={"nobody": 302}),
    Row("groups:join", garden("join"), all=403, but={"nobody": 302}, post={}),
    Row(
        "groups:join", circle("join"), all=404, but={"nobody": 302, "insider": 403, "moderator": 403}, post={}
    ),
    Row("groups:ask", garden("ask"), all=200, but={"nobody": 302, "outsider": 403, "suspended": 403}),
    Row("groups:ask", circle("ask"), **LEADERS_OF_CIRCLE),
    Row("groups:withdraw", garden("withdraw"), all=302, post={}),
    Row(
        "groups:withdraw",
        circle("withdraw"),
        all=404,
        but={"nobody": 302, "insider": 302, "moderator": 302},
        post={},
    ),
    *owner("room_of_group", app="discuss"),
    *owner("room_of_group", app="discuss", gets=422, name=""),
    Row("discuss:files_of_group", garden("files_of_group", app="discuss"), **OWNER),
    Row(
        "discuss:files_of_group",
        circle("files_of_group", app="discuss"),
        all=404,
        but={"nobody": 302, "insider": 200, "moderator": 403},
    ),
    *owner("questions_settings", app="discuss"),
    *owner("questions_settings", app="discuss", gets=422, takes="on"),
    Row("discuss:questions", garden("questions", app="discuss")),
    Row("discuss:questions", circle("questions", app="discuss"), all=404),
    Row("discuss:ask_group", garden("ask_group", app="discuss")),
    Row("discuss:ask_group", garden("ask_group", app="discuss"), all=422, post={"title": "x"}),
    Row("discuss:ask_group", circle("ask_group", app="discuss"), all=404),
    Row("groups:title", garden("title"), all=405, but={"nobody": 302}),
    Row("groups:title", garden("title"), all=403, but={"nobody": 302}, post={"show": "yes"}),
    Row("groups:title", circle("title"), **LEADERS_OF_CIRCLE, post={"show": "yes"}),
    Row("groups:leave", garden("leave"), all=403, but={"nobody": 302, "outsider": 200}),
    Row("groups:leave", garden("leave"), all=403, but={"nobody": 302, "outsider": 422}, post={}),
    Row("groups:leave", circle("leave"), all=404, but={"nobody": 302, "insider": 200, "moderator": 403}),
    Row("blog:of_group", garden("of_group", app="blog"), **OWNER),
    Row(
        "blog:of_group",
        circle("of_group", app="blog"),
        all=404,
        but={"nobody": 302, "insider": 200, "moderator": 403},
    ),
    *owner("requests"),
    *owner("invitations"),
    *owner("invitations", gets=422, person="Nobody at all"),
    *owner("change"),
    *owner("change", gets=422, name=""),
    *owner("end"),
    Row("groups:member", garden("member", "stranger"), all=403, but={"nobody": 302, "outsider": 404}),
    Row("groups:member", circle("member", "stranger"), **LEADERS_OF_CIRCLE),
    Row("groups:appoint", garden("appoint"), all=403, but={"nobody": 302}),
    Row("groups:appoint", circle("appoint"), **LEADERS_OF_CIRCLE),
    Row("groups:decide", garden("decide", "request"), all=403, but={"nobody": 302, "outsider": 422}, post={}),
    Row("groups:decide", circle("decide", "request"), **LEADERS_OF_CIRCLE, post={}),
    Row(
        "groups:end_invitation",
        garden("end_invitation", "link"),
        all=403,
        but={"nobody": 302, "outsider": 302},
        post={},
    ),
    Row("groups:end_invitation", circle("end_invitation", "link"), **LEADERS_OF_CIRCLE, post={}),
    Row("groups:history", garden("history"), **OWNER),
    Row("groups:history", circle("history"), all=404, but={"nobody": 302, "insider": 200, "moderator": 403}),
    Row("groups:open", garden("open"), all=403, but={"nobody": 302, "moderator": 200}),
    Row("groups:open", circle("open"), **OPENS),
    Row(
        "groups:open",
        circle("open"),
        **{**OPENS, "but": {**OPENS["but"], "moderator": 422}},
        post={"reason": ""},
    ),
    Row("groups:invitation", key("link"), all=200, but={"nobody": 302}),
    Row("groups:invitation", key("letter"), all=404, but={"nobody": 302}),
    Row(
        "groups:invitation",
        of("groups:invitation", lambda w: [w.way_back.key]),
        all=404,
        but={"nobody": 302, "former": 200},
    ),
    Row("groups:propose", at("groups:propose"), **PROPOSES),
    Row("groups:propose", at("groups:propose"), **{**PROPOSES, "all": 422}, post={"name": ""}),
    Row("groups:proposals", at("groups:proposals"), **STAFF),
    Row("groups:proposal", of("groups:proposal", lambda w: [w.groups.proposal.pk]), **{**STAFF, "all": 404}),
    Row(
        "groups:proposal",
        of("groups:proposal", lambda w: [w.groups.proposal.pk]),
        all=404,
        but={"nobody": 302, "moderator": 422},
        post={},
    ),
]


COPIES_OF_GROUPS = [
    *owner("group_copy", app="privacy"),
    Row(
        "privacy:group_copy",
        garden("group_copy", app="privacy"),
        **{**OWNER, "but": {"nobody": 302, "outsider": 302}},
        post={},
    ),
    Row("privacy:group_copy", circle("group_copy", app="privacy"), **LEADERS_OF_CIRCLE, post={}),
    Row("privacy:fetch_group_copy", _copy_of("garden"), all=403, but={"nobody": 302, "outsider": 404}),
    Row("privacy:fetch_group_copy", _copy_of("circle"), **LEADERS_OF_CIRCLE),
]
