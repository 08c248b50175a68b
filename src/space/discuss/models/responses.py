"""What readers leave at a post without writing one."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models.posts import Post


class Response(models.TextChoices):
    """The reactions there are, in the order in which they stand under a post."""

    THANKS = "thanks", pgettext_lazy("reaction", "Thanks")
    USEFUL = "useful", pgettext_lazy("reaction", "Useful")
    APPLAUSE = "applause", pgettext_lazy("reaction", "Applause")
    STAR = "star", pgettext_lazy("reaction", "Star")


class ReactionQuerySet(models.QuerySet["Reaction"]):
    def given_by(self, person: User) -> Self:
        """How much somebody gives and gets is for trust to count. It is shown to nobody."""
        return self.filter(person=person)

    def received_by(self, person: User) -> Self:
        """At posts that can still be seen."""
        return self.filter(post__author=person, post__hidden_at=None)


class Reaction(models.Model):
    post = models.ForeignKey(Post, models.CASCADE, related_name="given_reactions", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Response)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = ReactionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person", "kind"], name="reaction_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.kind} for {self.post_id}"


class BookmarkQuerySet(models.QuerySet["Bookmark"]):
    def standing(self) -> Self:
        """Without those that were taken away and may still come back."""
        return self.filter(removed_at=None)

    def of(self, reader: Reader) -> Self:
        """This reader's own, as far as the reader still sees the posts, the latest first."""
        seen = Post.objects.visible_to(reader)
        return self.standing().filter(person=reader.pk, post__in=seen).order_by("-at", "-pk")

    def saying(self, words: str) -> Self:
        """With these words in the note or in the title of the topic."""
        found = self
        for word in words.split():
            found = found.filter(Q(note__icontains=word) | Q(post__topic__title__icontains=word))
        return found

    def before(self, moment: datetime, pk: int) -> Self:
        """Those that stand after this position in the list."""
        return self.filter(Q(at__lt=moment) | Q(at=moment, pk__lt=pk), at__lte=moment)

    def with_posts(self) -> Self:
        """With all that a row of the list shows, in one query."""
        return self.select_related("post__author", "post__topic__category")


class Bookmark(models.Model):
    """A post that a person wants to find again. Nobody else knows."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="bookmarks", db_index=False
    )
    post = models.ForeignKey(Post, models.CASCADE, related_name="bookmarks")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    # Taken away; for a day it can come back with its note.
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="bookmark_of_person")]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="bookmark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} marked {self.post_id}"
