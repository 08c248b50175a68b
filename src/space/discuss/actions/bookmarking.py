"""What one wants to find again. It changes nothing for anybody else, so no page is told of it."""

from datetime import timedelta

from django.db import transaction

from space.accounts.models import User
from space.discuss.models import Bookmark, Post
from space.kit import clock

# For so long a bookmark that was taken away comes back with its note.
_KEPT_FOR = timedelta(days=1)


@transaction.atomic
def bookmark(post: Post, *, by: User, note: str | None = None) -> Bookmark:
    """Mark a post for oneself. Without a note, the one that is there stays; one taken away comes back as it was."""
    mark, _ = Bookmark.objects.select_for_update().get_or_create(
        post=post, person=by, defaults={"at": clock.now()}
    )
    mark.removed_at = None
    mark.note = mark.note if note is None else note
    mark.save(update_fields=["removed_at", "note"])
    return mark


@transaction.atomic
def remove_bookmark(post: Post, *, by: User) -> None:
    """Take the mark away. Doing it again changes nothing."""
    Bookmark.objects.standing().filter(post=post, person=by).update(removed_at=clock.now())


def forget_bookmarks() -> int:
    """After a day nobody wants them back any more."""
    return Bookmark.objects.filter(removed_at__lt=clock.now() - _KEPT_FOR).delete()[0]
