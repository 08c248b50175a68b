from space.discuss.models.asking import Asking
from space.discuss.models.categories import (
    Approval,
    Audience,
    Category,
    CategoryKind,
    Door,
    FirstList,
    Moderator,
    ModeratorGroup,
)
from space.discuss.models.decisions import Answer, Closure, Deed, Deletion, Did, Hiding, Pin, TopicDeletion
from space.discuss.models.drafts import Draft
from space.discuss.models.following import Following, Level
from space.discuss.models.moves import Merger, Moved
from space.discuss.models.people import Block, LastPost, Participant, Poster
from space.discuss.models.polls import Ballot, Choice, Option, Poll, Results, Way
from space.discuss.models.posts import GroupMention, Mention, Post, Revision
from space.discuss.models.reading import Dismissal, ListTaste, ReadMark, Visit
from space.discuss.models.relations import Link, Period, Score, TitleWord
from space.discuss.models.responses import Bookmark, Reaction, Response
from space.discuss.models.tags import Tag, TagGroup
from space.discuss.models.topics import Kind, Topic

__all__ = [
    "Answer",
    "Approval",
    "Asking",
    "Audience",
    "Ballot",
    "Block",
    "Bookmark",
    "Category",
    "CategoryKind",
    "Choice",
    "Closure",
    "Deed",
    "Deletion",
    "Did",
    "Dismissal",
    "Door",
    "Draft",
    "FirstList",
    "Following",
    "GroupMention",
    "Hiding",
    "Kind",
    "LastPost",
    "Level",
    "Link",
    "ListTaste",
    "Mention",
    "Merger",
    "Moderator",
    "ModeratorGroup",
    "Moved",
    "Option",
    "Participant",
    "Period",
    "Pin",
    "Poll",
    "Post",
    "Poster",
    "Reaction",
    "ReadMark",
    "Response",
    "Results",
    "Revision",
    "Score",
    "Tag",
    "TagGroup",
    "TitleWord",
    "Topic",
    "TopicDeletion",
    "Visit",
    "Way",
]
