"""Posts of people whom the reader mutes: folded into a line that opens."""

from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import get_language

from space.accounts import statements
from space.accounts.readers import Reader
from space.discuss.lists.taste import Taste
from space.discuss.models import Following, Level
from space.discuss.thread.marks import Mark
from space.web import fragments

_NUMBER, _POST = "\x03", "\x04"


def muted_by(reader: Reader) -> dict[int, str]:
    """Ids and names of the people whom this reader mutes. Who mutes nothing costs no query."""
    if not reader.is_member or not Taste.of(reader).has_mutes:
        return {}

    def compose(reader: Reader) -> QuerySet[Following, Any]:
        muted = Following.objects.filter(person=reader.pk, level=Level.MUTED, other__isnull=False)
        return muted.values_list("other_id", "other__name")

    return dict(statements.rows("muted people", reader, [], compose))


def folded(html: str, mark: Mark, name: str) -> str:
    """The post as a line with its author's name, which opens."""

    def build(_: object) -> dict[str, str]:
        line = {"number": _NUMBER, "name": name, "post": _POST}
        return {name: render_to_string("discuss/_folded.html", {"line": line})}

    line = fragments.kept("folded", [name], build, language=get_language() or "")[name]
    return line.replace(_NUMBER, str(mark.number), 1).replace(_POST, html, 1)
