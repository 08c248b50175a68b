"""The rows of pages for who looks after categories and tags."""

from typing import Any

from tests.readers.rows import Row, Where, at, of


def administrators(status: int = 200) -> dict[str, Any]:
    return {"all": 403, "but": {"administrator": status, "nobody": 302}}


def moderators(status: int = 200) -> dict[str, Any]:
    """Of the whole place, administrators among them."""
    return {"all": 403, "but": {"moderator": status, "nobody": 302}}


def posts(name: str, where: Where, who: dict[str, Any], **data: Any) -> list[Row]:
    """An address that only takes forms."""
    return [Row(name, where, all=405), Row(name, where, **who, post=data)]


def room(name: str) -> Where:
    return of(name, lambda w: [w.questions.pk])


def hidden_room(name: str) -> Where:
    return of(name, lambda w: [w.hideout.pk])


def tag(name: str) -> Where:
    return of(name, lambda w: [w.tag.pk])


def hidden_tag(name: str) -> Where:
    return of(name, lambda w: [w.secret_tag.pk])


def group(name: str) -> Where:
    return of(name, lambda w: [w.tag_group.pk])


# An administrator who is not in a closed group knows nothing of its category, nor of the words in it.
ROOMS = [
    Row("discuss:arrange_rooms", at("discuss:arrange_rooms"), **administrators()),
    Row("discuss:new_room", at("discuss:new_room"), **administrators()),
    Row("discuss:new_room", at("discuss:new_room"), **administrators(422), post={"name": ""}),
    Row("discuss:arrange_room", room("discuss:arrange_room"), **administrators()),
    Row("discuss:arrange_room", room("discuss:arrange_room"), **administrators(422), post={"name": ""}),
    Row("discuss:arrange_room", hidden_room("discuss:arrange_room"), **administrators(404)),
    Row("discuss:arrange_room", hidden_room("discuss:arrange_room"), **administrators(404), post={}),
    *posts("discuss:place_room", room("discuss:place_room"), administrators(404), before="0"),
    *posts("discuss:place_room", hidden_room("discuss:place_room"), administrators(404), before="0"),
    *posts("discuss:appoint", room("discuss:appoint"), administrators(302), person="Kofi Mensah"),
    *posts("discuss:appoint", room("discuss:appoint"), administrators(422), person="Nobody at all"),
    *posts("discuss:appoint", hidden_room("discuss:appoint"), administrators(404), person="Kofi Mensah"),
    *posts("discuss:dismiss", room("discuss:dismiss"), administrators(404), person="0"),
    *posts("discuss:dismiss", hidden_room("discuss:dismiss"), administrators(404), person="0"),
    *posts("discuss:about_room", room("discuss:about_room"), administrators(302), drop="1"),
    *posts("discuss:about_room", room("discuss:about_room"), administrators(422), topic="/t/0"),
    *posts("discuss:about_room", hidden_room("discuss:about_room"), administrators(404), make="1"),
    Row("discuss:delete_room", room("discuss:delete_room"), **administrators()),
    Row("discuss:delete_room", room("discuss:delete_room"), **administrators(422), post={}),
    Row("discuss:delete_room", hidden_room("discuss:delete_room"), **administrators(404)),
    Row("discuss:delete_room", hidden_room("discuss:delete_room"), **administrators(404), post={}),
]
TAGS = [
    Row("discuss:arrange_tags", at("discuss:arrange_tags"), **moderators()),
    Row("discuss:new_tag", at("discuss:new_tag"), **moderators()),
    Row("discuss:new_tag", at("discuss:new_tag"), **moderators(302), post={"word": "bridges"}),
    Row("discuss:arrange_tag", tag("discuss:arrange_tag"), **moderators()),
    Row("discuss:arrange_tag", hidden_tag("discuss:arrange_tag"), **moderators(404)),
    *posts("discuss:describe_tag", tag("discuss:describe_tag"), moderators(302), description="All of them"),
    *posts("discuss:describe_tag", hidden_tag("discuss:describe_tag"), moderators(404)),
    *posts("discuss:rename_tag", tag("discuss:rename_tag"), moderators(302), word="atlases"),
    *posts("discuss:rename_tag", hidden_tag("discuss:rename_tag"), moderators(404), word="x"),
    *posts("discuss:merge_tag", tag("discuss:merge_tag"), moderators(422), word="nothing"),
    *posts("discuss:merge_tag", hidden_tag("discuss:merge_tag"), moderators(404), word="maps"),
    *posts("discuss:synonyms", tag("discuss:synonyms"), moderators(302), word="charts"),
    *posts("discuss:synonyms", hidden_tag("discuss:synonyms"), moderators(404), word="x"),
    *posts("discuss:delete_tag", tag("discuss:delete_tag"), moderators(302)),
    *posts("discuss:delete_tag", hidden_tag("discuss:delete_tag"), moderators(404)),
    Row("discuss:new_tag_group", at("discuss:new_tag_group"), **moderators()),
    Row(
        "discuss:new_tag_group",
        at("discuss:new_tag_group"),
        **moderators(302),
        post={"name": "Regions", "trust": "0"},
    ),
    Row("discuss:arrange_tag_group", group("discuss:arrange_tag_group"), **moderators()),
    Row(
        "discuss:arrange_tag_group",
        group("discuss:arrange_tag_group"),
        **moderators(422),
        post={"name": "", "trust": "0"},
    ),
    *posts("discuss:place_tag_group", group("discuss:place_tag_group"), moderators(404), before="0"),
    *posts("discuss:delete_tag_group", group("discuss:delete_tag_group"), moderators(302)),
]
ARRANGING = [*ROOMS, *TAGS]
