from space.discuss.models.categories import Category, Door, Moderator, Tag
from space.discuss.models.posts import Mention, Post, Revision
from space.discuss.models.reading import ReadMark
from space.discuss.models.topics import Audience, Closure, Kind, Participant, Topic

__all__ = [
    "Audience",
    "Category",
    "Closure",
    "Door",
    "Kind",
    "Mention",
    "Moderator",
    "Participant",
    "Post",
    "ReadMark",
    "Revision",
    "Tag",
    "Topic",
]
