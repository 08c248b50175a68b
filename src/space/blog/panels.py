"""What the Blog adds to the pages of others: beside the steps of a story, and on the page of a person."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import Reader
from space.blog.actions.erasing import empty_group
from space.blog.credits.line import credit_line
from space.blog.credits.shelf import on_desk
from space.blog.editions import panel
from space.blog.lists.wanted import Filters
from space.blog.models import Author, Credit, Story
from space.blog.of_groups import on_its_page
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.lines import columns, line_of
from space.blog.shown.related import STORIES
from space.membership import burying
from space.uploads.models import Upload
from space.web import panels

# A row of cards.
_SHOWN = 3


def stories_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """Those that name them as an author and appeared last. A guest of the same name is somebody else."""

    def compose(reader: Reader, pk: int) -> QuerySet[Story, Any]:
        named = Exists(Author.objects.filter(story=OuterRef("pk"), person=pk))
        seen = Story.objects.shown_to(reader).in_lists().filter(named)
        return seen.newest_first().values_list(*columns())[:_SHOWN]

    found = [line_of(row) for row in statements.rows("stories-of", reader, [person.pk], compose)]
    if not found:
        return None
    return {"cards": cards_html(found, reader, Layout.SMALL), "url": Filters(author=person.name).url}


def credit_of_picture(upload: Upload, reader: Reader) -> dict[str, Any] | None:
    """Whose a picture is, where a story has said so."""
    credit = Credit.objects.filter(upload=upload).first()
    return {"credit": credit_line(credit)} if credit else None


def register_panels() -> None:
    """Called once, from `ready()`."""
    panels.register("story-desk", order=10, partial="blog/_editions.html", content=panel)
    panels.register("picture", order=10, partial="blog/_credit_of_picture.html", content=credit_of_picture)
    panels.register("story-desk", order=40, partial="blog/pictures/_desk.html", content=on_desk)
    panels.register("group", order=30, partial="blog/_stories_of_group.html", content=on_its_page)
    burying.register(empty_group)
    panels.register(
        "person",
        order=5,
        partial="blog/_stories_of_person.html",
        content=stories_of_person,
        tags=(STORIES,),
    )
