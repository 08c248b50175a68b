"""Reads a story from its file. Small and strict: what it does not understand, it names with its line.

    stage: published                     pitch draft review changes scheduled published declined withdrawn
    shared: no                           a draft that its writers keep to themselves; left out otherwise
    language: pa                         of the original
    authors: Lena Moorwitz, Techniktante the first one began it
    guest: Old Ahlers                    an author without an account; as often as needed
    began: -20d 3h
    submitted: -16d                      first sent to review; from the stage review on
    decided: -3d                         changes, declined, withdrawn
    reason: What is missing.             of that decision, in the language of the story
    scheduled: +2d 6h                    stage scheduled
    published: -8d 5h                    stage published
    tags: mills, wind
    projects: commons, wikidata
    regions: DE, NL                      two letters, or world
    lead: mill                           a drawing
    featured: yes
    reviewer: Rosa Quispilla             who claimed it, and decided
    checks: scope, sources               scope sources credits tone summary languages
    wanted: +3d                          when the writers would like it
    note: One line to the editors.
    wanted-in: fr, sw

    === pa
    title: What is above it
    summary: One line.
    alt: What the lead picture shows, for those who do not see it.
    caption: What stands under it; may be left out.

    Text with ![what it shows](drawing:mill "caption"), or `![what it shows|wide](…)`; two pictures in
    one paragraph stand side by side; `topic:questions/stamps` alone is a card of that conversation.

    === en · Techniktante · -6d · Rosa Quispilla · -5d         a translation that was approved
    === en · Techniktante · -6d · ready · -5d                  one that waits for a second reader
    === en · Techniktante · -6d                                one that is being made
    === was -9d · Techniktante · What was corrected.           how the original read until then

    === conversation
    --- Name · -5d · de                                        as in a conversation of the demo

    === review
    --- Name · -12d · de
    --- note · Name · -11d · de · resolved Name -10d           language and end may be left out
    > the passage, word for word
    The remark.

Stages, times and people that do not go together are refused: a test of the content asks for the rest.
"""

from space.blog.models import Stage
from space.pages.demo.story_texts.credit import Credit, credits_of
from space.pages.demo.story_texts.pictures import Picture, cards, pictures
from space.pages.demo.story_texts.reading import read
from space.pages.demo.story_texts.told import (
    Approval,
    Correction,
    Decision,
    Edition,
    Note,
    Review,
    Story,
    Translation,
)
from space.pages.demo.texts.mistakes import DemoTextError

__all__ = [
    "Approval",
    "Correction",
    "Credit",
    "Decision",
    "DemoTextError",
    "Edition",
    "Note",
    "Picture",
    "Review",
    "Stage",
    "Story",
    "Translation",
    "cards",
    "credits_of",
    "pictures",
    "read",
]
