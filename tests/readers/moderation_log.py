"""The log is for everybody; what it says of a closed group is not."""

from space.review.models import Line
from tests.readers.rows import Row, at, of
from tests.readers.world import World


def line(what: str):
    def pick(world: World) -> list[int]:
        return [Line.objects.for_actions().filter(entry__what=what).latest("pk").pk]

    return pick


MODERATION_LOG = [
    Row("review:log", at("review:log")),
    Row("review:log_feed", at("review:log_feed", "atom")),
    Row("review:log_feed", at("review:log_feed", "json")),
    Row("review:log_csv", at("review:log_csv")),
    Row("review:log_entry", of("review:log_entry", line("tag-made"))),
    Row("review:log_entry", of("review:log_entry", line("group-visited"))),
    Row("review:numbers", at("review:numbers")),
    Row(
        "review:redact",
        of("review:redact", line("group-visited")),
        all=403,
        but={"nobody": 302, "administrator": 200},
    ),
    Row(
        "review:redact",
        of("review:redact", line("group-visited")),
        all=403,
        but={"nobody": 302, "administrator": 302},
        post={"reason": "It says where somebody lives."},
    ),
]
