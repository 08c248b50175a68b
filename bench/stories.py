"""The 300 articles of the data set as stories, with their comments as replies: told by the product's own actions."""

from pathlib import Path

from django.db import connection

from bench import texts
from bench.load import when
from space.accounts.models import User
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.models import Point, Story
from space.blog.texts import Words
from space.discuss.actions import write_reply
from space.discuss.models import Tag
from space.groups.actions import admit, office
from space.groups.models import Office
from space.kit import clock
from space.kit.fields import first_words
from space.limits.models import Bucket
from space.markup import excerpt_of, render

_SUMMARY = 200


def tell(folder: Path) -> None:
    """Nothing where they are told already. The jobs that this leaves behind are nobody's, and go."""
    if Story.objects.published().exists() or not (folder / "articles.jsonl").exists():
        return
    people = User.objects.in_bulk()
    board, reviewer = people[1], people[2]
    admit(office(Office.EDITORS), board)
    comments: dict[int, list[texts.Row]] = {}
    for row in texts.rows(folder, "comments"):
        comments.setdefault(row["article"], []).append(row)
    for row in texts.rows(folder, "articles"):
        story = _publish(row, people[row["user"]], board, reviewer)
        _answer(story, comments.get(row["id"], []), people)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_events; DELETE FROM procrastinate_jobs")
        cursor.execute("VACUUM (ANALYZE)")


def _publish(row: texts.Row, by: User, board: User, reviewer: User) -> Story:
    Bucket.objects.all().delete()
    summary = first_words(excerpt_of(render(row["text"], language=row["lang"]).html, 2 * _SUMMARY), _SUMMARY)
    with clock.at(when(row["created"])):
        story = begin_story(Words(row["title"], summary, row["text"]), by=by, language=row["lang"])
        story.tags.set([Tag.objects.get_or_create(name=name)[0] for name in row["tags"]])
        story = take_step(story, "submit", by=by)
        for point in Point:
            tick(story, point, by=reviewer if by.pk != reviewer.pk else board)
        return take_step(story, "publish", by=board)


def _answer(story: Story, comments: list[texts.Row], people: dict[int, User]) -> None:
    for row in comments:
        Bucket.objects.all().delete()
        with clock.at(when(row["created"])):
            write_reply(story.topic, by=people[row["user"]], text=row["text"], language=story.language)  # type: ignore[arg-type]
