from django.db import models


class Month(models.Model):
    """What moderators did in a month, in numbers: of one language, or of all where `language` is `*`.

    Kept apart, because the cases of somebody who leaves go with them and the numbers of their time stay.
    """

    ALL = "*"

    month = models.DateField()
    language = models.CharField(max_length=20, blank=True)
    flags = models.PositiveIntegerField(default=0)
    decisions = models.PositiveIntegerField(default=0)
    # From the first flag to the decision: half of them took longer.
    median_minutes = models.PositiveIntegerField(null=True)
    appeals = models.PositiveIntegerField(default=0)
    reversals = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-month", "language"]
        constraints = [models.UniqueConstraint(fields=["month", "language"], name="month_once")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.language}"
