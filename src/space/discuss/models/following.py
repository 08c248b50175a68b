from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.discuss.models.categories import Category
from space.discuss.models.tags import Tag

_WHAT = ("category", "tag", "other")


class Level(models.IntegerChoices):
    """How much a person wants to hear of something. Only the first four are more and less of the same."""

    MUTED = -1, pgettext_lazy("level", "Muted")
    NORMAL = 0, pgettext_lazy("level", "Normal")
    TRACKING = 1, pgettext_lazy("level", "Tracking")
    WATCHING = 2, pgettext_lazy("level", "Watching")
    # Of categories and tags: told of each new topic, and of nothing after its first post.
    FIRST_POSTS = 3, pgettext_lazy("level", "Watching first posts")


def _exactly_one() -> Q:
    """Of the three things that one can follow, a row names one."""
    alone = Q()
    for chosen in _WHAT:
        alone |= Q(**{f"{name}__isnull": name != chosen for name in _WHAT})
    return alone


class Following(models.Model):
    """How much a person wants to hear of a category, a tag or another person. Of topics the read mark says it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows", db_index=False
    )
    category = models.ForeignKey(
        Category, models.CASCADE, null=True, related_name="followers", db_index=False
    )
    tag = models.ForeignKey(Tag, models.CASCADE, null=True, related_name="followers", db_index=False)
    other = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="followers", db_index=False
    )
    level = models.SmallIntegerField(choices=Level)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(name="following_names_one_thing", condition=_exactly_one()),
            models.CheckConstraint(
                name="nobody_follows_themselves",
                condition=Q(other__isnull=True) | ~Q(other=models.F("person")),
            ),
            *(
                models.UniqueConstraint(
                    fields=["person", name],
                    condition=Q(**{f"{name}__isnull": False}),
                    name=f"following_{name}_once",
                )
                for name in _WHAT
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.person_id}: {self.get_level_display()} {self.category_id or self.tag_id or self.other_id}"
        )
