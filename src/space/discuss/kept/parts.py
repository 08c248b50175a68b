"""What Discuss keeps of a person, why, and what becomes of it."""

from django.utils.translation import pgettext_lazy

from space.accounts.personal import Fate, Part, Seen, Until, keeps
from space.discuss.actions import erasing, erasing_words
from space.discuss.kept import rows
from space.discuss.polls.votes import votes_of


def register_kept() -> None:
    """Called once, when everything is there. What hangs on posts is erased before them."""
    keeps(*_of_responding(), *_of_reading(), *_of_writing())


def _of_responding() -> tuple[Part, ...]:
    return (
        Part(
            "discuss/drafts",
            what=pgettext_lazy("kept", "What you began to write and did not send"),
            why=pgettext_lazy("kept", "So that nothing is lost, on any device."),
            until=Until.DRAFT,
            seen=Seen.YOU,
            columns={"discuss.Draft.person": Fate.GOES},
            rows=rows.drafts,
            erase=erasing.drafts,
        ),
        Part(
            "discuss/reactions",
            what=pgettext_lazy("kept", "Reactions you left at posts"),
            why=pgettext_lazy("kept", "So that they are counted once, and can be taken back."),
            until=Until.YOURS,
            seen=Seen.NOBODY,
            columns={"discuss.Reaction.person": Fate.GOES},
            rows=rows.reactions,
            erase=erasing.reactions,
        ),
        Part(
            "discuss/bookmarks",
            what=pgettext_lazy("kept", "Bookmarks, with your notes"),
            why=pgettext_lazy("kept", "So that you find posts again."),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={"discuss.Bookmark.person": Fate.GOES},
            rows=rows.bookmarks,
            erase=erasing.bookmarks,
        ),
        Part(
            "discuss/votes",
            what=pgettext_lazy("kept", "How you voted in polls"),
            why=pgettext_lazy("kept", "So that everybody has one vote, and can change it."),
            until=Until.THING,
            seen=Seen.VOTES,
            columns={"discuss.Ballot.person": Fate.LEFT},
            stays=pgettext_lazy("kept", "The result of a vote stays what it was."),
            rows=votes_of,
            erase=erasing.votes,
        ),
    )


def _of_reading() -> tuple[Part, ...]:
    mine = ("ReadMark", "Visit", "ListTaste", "Dismissal")
    return (
        Part(
            "discuss/following",
            what=pgettext_lazy("kept", "What and whom you watch, track and mute; and who follows you"),
            why=pgettext_lazy("kept", "To tell you of that, and to keep the rest away."),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={"discuss.Following.person": Fate.GOES, "discuss.Following.other": Fate.GOES},
            rows=rows.follows,
            erase=erasing.follows,
        ),
        Part(
            "discuss/reading",
            what=pgettext_lazy("kept", "How far you have read, and when you were here last"),
            why=pgettext_lazy("kept", "To show what is new, and to know you are no stranger."),
            until=Until.ACCOUNT,
            seen=Seen.YOU,
            columns={f"discuss.{model}.person": Fate.GOES for model in mine},
            rows=rows.reading,
            erase=erasing.reading,
        ),
        Part(
            "discuss/mentions",
            what=pgettext_lazy("kept", "Which posts name you"),
            why=pgettext_lazy("kept", "To tell you, and to lead from the name to your page."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"discuss.Mention.person": Fate.GOES},
            rows=rows.mentions,
            erase=erasing.mentions,
        ),
        Part(
            "discuss/private",
            what=pgettext_lazy("kept", "In which private conversations you are"),
            why=pgettext_lazy("kept", "So that you read them, and nobody else does."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"discuss.Participant.person": Fate.GOES},
            rows=rows.private,
            erase=erasing.private,
        ),
        Part(
            "discuss/blocks",
            what=pgettext_lazy("kept", "From whom you take no messages"),
            why=pgettext_lazy("kept", "So that their messages do not reach you."),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={f"discuss.Block.{name}": Fate.GOES for name in ("person", "other")},
            rows=rows.blocks,
            erase=erasing.blocks,
        ),
        Part(
            "discuss/offices",
            what=pgettext_lazy("kept", "Which categories you look after"),
            why=pgettext_lazy("kept", "So that you can, and everybody knows."),
            until=Until.ACCOUNT,
            seen=Seen.EVERYBODY,
            columns={"discuss.Moderator.person": Fate.GOES},
            rows=rows.offices,
            erase=erasing.offices,
        ),
    )


def _of_writing() -> tuple[Part, ...]:
    made = ("Closure", "Pin", "Answer", "Deletion", "Hiding", "TopicDeletion", "Deed")
    return (
        Part(
            "discuss/decisions",
            what=pgettext_lazy("kept", "What you did to topics and posts as a whole, and why"),
            why=pgettext_lazy("kept", "So that others understand what happened."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={f"discuss.{model}.by": Fate.WORDS for model in made},
            stays=pgettext_lazy("kept", "A topic stays closed, and a post deleted, also without you."),
            rows=rows.decisions,
            erase=erasing_words.decisions,
        ),
        Part(
            "discuss/edits",
            what=pgettext_lazy("kept", "Your changes to what others began"),
            why=pgettext_lazy("kept", "So that everybody sees who changed what."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"discuss.Revision.by": Fate.STAYS, "discuss.Post.noted_by": Fate.STAYS},
            stays=pgettext_lazy("kept", "The text is of several people."),
            rows=rows.edits,
            erase=erasing_words.edits,
        ),
        Part(
            "discuss/posts",
            what=pgettext_lazy("kept", "Your posts, in all their versions"),
            why=pgettext_lazy("kept", "They are what this place is made of."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"discuss.Post.author": Fate.WORDS},
            stays=pgettext_lazy(
                "kept", "Others have answered; what several people wrote together stays in any case."
            ),
            rows=rows.posts,
            erase=erasing_words.posts,
        ),
        Part(
            "discuss/topics",
            what=pgettext_lazy("kept", "Topics you began, and how much you wrote in which"),
            why=pgettext_lazy("kept", "To show who takes part in a conversation."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={
                "discuss.Topic.author": Fate.WORDS,
                "discuss.Poster.person": Fate.STAYS,
                "discuss.LastPost.person": Fate.GOES,
            },
            stays=pgettext_lazy(
                "kept", "What others wrote there is theirs. The topic then says that its author left."
            ),
            rows=rows.topics,
            erase=erasing.last_post,
        ),
    )
