from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.kit.folding import in_order_of_signs


class TagGroup(models.Model):
    """Tags that belong together, as the projects or the regions of the movement."""

    name = models.CharField(max_length=60, unique=True)
    description = models.CharField(max_length=300, blank=True)
    # At most one of them on a topic.
    one_a_topic = models.BooleanField(default=False)
    # How much trust one needs to put one of them on a topic.
    trust = models.PositiveSmallIntegerField(choices=Trust, default=Trust.NEW)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class TagQuerySet(models.QuerySet["Tag"]):
    def visible_to(self, reader: Reader) -> Self:
        """Tags and synonyms whose words this reader may know: of topics they may see, or introduced by hand."""
        from space.discuss.models.topics import Topic

        seen = Topic.objects.visible_to(reader)
        carried = Exists(seen.filter(tags=OuterRef("pk"))) | Exists(seen.filter(tags=OuterRef("stands_for")))
        return self.filter(Q(introduced=True) | Q(stands_for__introduced=True) | carried)


class Tag(models.Model):
    """A word that topics share. Where only topics of a closed group carry it, only they who see these know of it."""

    name = models.CharField(max_length=60, unique=True)
    description = models.CharField(max_length=300, blank=True)
    group = models.ForeignKey(TagGroup, models.SET_NULL, null=True, blank=True, related_name="tags")
    # Somebody who looks after tags made it for all, so that it may be named where no topic carries it yet.
    introduced = models.BooleanField(default=False)
    # A synonym stands for another tag: who types it gets that one. No topic carries a synonym.
    stands_for = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="synonyms")

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(in_order_of_signs("name"), name="tag_by_name")]
        constraints = [
            models.CheckConstraint(
                name="tag_does_not_stand_for_itself",
                condition=Q(stands_for__isnull=True) | ~Q(stands_for=F("pk")),
                violation_error_message=pgettext_lazy("tag", "A synonym stands for another tag."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("discuss:tag", args=[self.name])
