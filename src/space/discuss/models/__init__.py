from space.discuss.models.categories import Audience, Category, CategoryKind, Door, Moderator, Tag
from space.discuss.models.posts import Mention, Post, Revision
from space.discuss.models.reading import ReadMark
from space.discuss.models.topics import Closure, Kind, Participant, Poster, Topic

__all__ = [
    "Audience",
    "Category",
    "CategoryKind",
    "Closure",
    "Door",
    "Kind",
    "Mention",
    "Moderator",
    "Participant",
    "Post",
    "Poster",
    "ReadMark",
    "Revision",
    "Tag",
    "Topic",
]
