"""Stories to read after one: those that share its tags or regions, then what is newest."""

from django.db.models import Case, Count, F, IntegerField, Q, Value, When
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import NOBODY, Reader
from space.blog.models import Story
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.finding import Read
from space.blog.shown.lines import Line, lines
from space.web import fragments, versions

MOST = 3
# Bumped with every change of a story.
STORIES = "stories"
# A tag says twice as much as a region.
_TAG = 2


def related_html(read: Read, reader: Reader) -> SafeString:
    """Their cards, chosen anew when some story changes; in the language in which one reads, where they have it."""
    key = (read.story, versions.ledger.changed_at(STORIES), reader.languages, read.language)

    def build(_: object) -> dict[tuple[int, int, tuple[str, ...], str], str]:
        return {key: cards_html(related(read.story), reader, Layout.SMALL, read.language)}

    made = fragments.kept("related-stories", [key], build, language=get_language() or "")
    return mark_safe(made[key])


def related(story: int) -> list[Line]:
    """Of what everybody sees, so that the same are shown to all."""
    seen = Story.objects.shown_to(NOBODY)
    mine = seen.filter(pk=story).values_list("regions", flat=True).first() or []
    tags = seen.filter(pk=story).values("topic__tags")
    near = Case(When(regions__overlap=mine, then=Value(1)), default=Value(0), output_field=IntegerField())
    shared = Count("topic__tags", filter=Q(topic__tags__in=tags), distinct=True)
    others = seen.exclude(pk=story).annotate(shared=shared, near=near)
    return lines(others.order_by((F("shared") * _TAG + F("near")).desc(), "-published_at", "-pk")[:MOST])
