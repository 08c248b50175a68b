"""Reads a conversation from its file. Small and strict: what it does not understand, it names with its line.

    title: A table of 14 columns on a phone
    language: en
    tags: mobile, tables
    kind: question                       or conversation, when nothing is said
    to: photo-walkers                    a question to this group; its members answer for it
    answer: 2 · -5d 2h                   the asker accepted post 2 then
    pinned: everywhere                   or category
    closed: Chidinma of Nsukka · -2d 3h · Solved.
    was: Help! · -5d 7h · Rosa Quispilla         its title at first; who changed it, and when
    was-in: questions · -5d · Rosa Quispilla     its category at first
    was-tagged: help · -5d · Rosa Quispilla      its tags at first
    poll: Which column goes first?       the first post asks it
    poll-way: several · open · after voting · +3d
    option: The colour of the door
    option: The year
    vote: Lena Moorwitz · 1, 2

    --- Techniktante · -5d 8h
    Ask what each column is *for*.

    --- Lena Moorwitz · -5d 7h · de · re 1 · wiki
    Auch so kann man fragen.

    --- edit · -5d 1h · Techniktante
    The whole text of the post above, as it reads since then.

    --- thanks · Techniktante, Rosa Quispilla
    --- bookmark · Rosa Quispilla · For the next workshop.
    --- note · -1d 5h · Lena Moorwitz · A death at work
    --- deleted · -4d · Rosa Quispilla · It named somebody who did not wish it.

Only title and language are needed. A poll is single, several or ranked (then a vote says the preferred
option first), open or secret; its results are shown always, after voting or after closing; the time when
it closes may be left out.

A post is in the language of the topic unless it says another; `re 1` names the post it answers; `wiki` is
a post that members edit together. An edit says who made it if that was not the author. Below a post stand
the reactions (thanks, useful, applause, star), the bookmarks, the content note that its author or who
looks after the room put on it, and that it was deleted: by its author without a reason, by somebody else
with one.

In a text `@[Name]` names a person, `> [2] words` quotes what was said in post 2, `![What it
shows](drawing:mill)` shows a drawing.
"""

from space.pages.demo.texts.mistakes import DemoTextError
from space.pages.demo.texts.reading import read
from space.pages.demo.texts.told import (
    Acceptance,
    Bookmark,
    Closing,
    Conversation,
    Deletion,
    Move,
    Note,
    Poll,
    Reaction,
    Renaming,
    Retagging,
    Said,
    Splitting,
    Version,
    Vote,
)
from space.pages.demo.texts.words import drawings, named, quotes

__all__ = [
    "Acceptance",
    "Bookmark",
    "Closing",
    "Conversation",
    "Deletion",
    "DemoTextError",
    "Move",
    "Note",
    "Poll",
    "Reaction",
    "Renaming",
    "Retagging",
    "Said",
    "Splitting",
    "Version",
    "Vote",
    "drawings",
    "named",
    "quotes",
    "read",
]
