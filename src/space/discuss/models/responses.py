"""What readers leave at a post without writing one."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.discuss.models.posts import Post


class Response(models.TextChoices):
    """The reactions there are, in the order in which they stand under a post."""

    THANKS = "thanks", pgettext_lazy("reaction", "Thanks")
    USEFUL = "useful", pgettext_lazy("reaction", "Useful")
    APPLAUSE = "applause", pgettext_lazy("reaction", "Applause")
    STAR = "star", pgettext_lazy("reaction", "Star")


class Reaction(models.Model):
    post = models.ForeignKey(Post, models.CASCADE, related_name="given_reactions", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Response)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person", "kind"], name="reaction_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.kind} for {self.post_id}"


class Bookmark(models.Model):
    """A post that a person wants to find again. Nobody else knows."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="bookmarks", db_index=False
    )
    post = models.ForeignKey(Post, models.CASCADE, related_name="bookmarks")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="bookmark_of_person")]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="bookmark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} marked {self.post_id}"
