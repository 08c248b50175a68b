"""Stories to read after one: those that share its tags or regions, then what is newest."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts import statements
from space.accounts.readers import NOBODY, Reader
from space.blog.models import Story
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.finding import Read
from space.blog.shown.lines import Line, columns, line_of
from space.web import fragments, versions

MOST = 3
# Bumped with every change of a story.
STORIES = "stories"
_LOOKED_AT = 10

# Ids alone: which of them everybody sees is asked afterwards. A tag says twice as much as a region.
_RELATED = """
SELECT story.id FROM blog_story AS story JOIN blog_story AS mine ON mine.id = %(story)s
WHERE story.stage = 'published' AND story.group_id IS NULL AND story.id <> mine.id
ORDER BY 2 * (
    SELECT count(*) FROM discuss_topic_tags AS theirs JOIN discuss_topic_tags AS ours USING (tag_id)
    WHERE theirs.topic_id = story.topic_id AND ours.topic_id = mine.topic_id
  ) + (story.regions && mine.regions)::int DESC, story.published_at DESC, story.id DESC
LIMIT %(most)s
"""


def related_html(read: Read, reader: Reader) -> SafeString:
    """Their cards, chosen anew when some story changes; in the language in which one reads, where they have it."""
    key = (read.story, versions.ledger.changed_at(STORIES), reader.languages, read.language)

    def build(_: object) -> dict[tuple[int, int, tuple[str, ...], str], str]:
        return {key: cards_html(related(read.story), reader, Layout.SMALL, read.language)}

    made = fragments.kept("related-stories", [key], build, language=get_language() or "")
    return mark_safe(made[key])


def related(story: int) -> list[Line]:
    """Of what everybody sees, so that the same are shown to all."""
    with connection.cursor() as cursor:
        cursor.execute(_RELATED, {"story": story, "most": _LOOKED_AT})
        order = [pk for (pk,) in cursor.fetchall()]

    def compose(reader: Reader, *pks: int) -> QuerySet[Story, Any]:
        return Story.objects.shown_to(reader).in_lists().filter(pk__in=pks).values_list(*columns())

    # As many as ever, so that there is one shape of this query.
    wanted = [*order, *[0] * (_LOOKED_AT - len(order))]
    seen = {line.pk: line for line in map(line_of, statements.rows("related", NOBODY, wanted, compose))}
    return [seen[pk] for pk in order if pk in seen][:MOST]
