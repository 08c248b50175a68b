from django.db import models
from django.utils.translation import pgettext_lazy


class Stage(models.TextChoices):
    """Where a story stands on its way. Which steps lead from one to another: `steps.py`."""

    PITCH = "pitch", pgettext_lazy("story stage", "Pitch")
    DRAFT = "draft", pgettext_lazy("story stage", "Draft")
    REVIEW = "review", pgettext_lazy("story stage", "In review")
    CHANGES = "changes", pgettext_lazy("story stage", "Changes wanted")
    SCHEDULED = "scheduled", pgettext_lazy("story stage", "Scheduled")
    PUBLISHED = "published", pgettext_lazy("story stage", "Published")
    DECLINED = "declined", pgettext_lazy("story stage", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("story stage", "Withdrawn")


# On its way: what the board of the newsroom shows.
UNDER_WAY = (Stage.PITCH, Stage.DRAFT, Stage.REVIEW, Stage.CHANGES, Stage.SCHEDULED)
