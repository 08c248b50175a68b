from space.blog.models.credits import WRITTEN, Credit, Source
from space.blog.models.editions import Edition, SentBack, Version
from space.blog.models.newsroom import Check, Editing, Note, Point, Taken, Wish
from space.blog.models.roles import Reviewer
from space.blog.models.stages import UNDER_WAY, Stage
from space.blog.models.stories import Author, Correction, Story

__all__ = [
    "UNDER_WAY",
    "WRITTEN",
    "Author",
    "Check",
    "Correction",
    "Credit",
    "Editing",
    "Edition",
    "Note",
    "Point",
    "Reviewer",
    "SentBack",
    "Source",
    "Stage",
    "Story",
    "Taken",
    "Version",
    "Wish",
]
