from django.db import models


class Bucket(models.Model):
    """What somebody has used of one allowance.

    `empty_at` is when nothing of it will count any more. Generic cell rate: each use pushes it
    one step into the future, and a use is refused while it is further away than the period.
    """

    who = models.CharField(max_length=80)
    what = models.CharField(max_length=40)
    empty_at = models.DateTimeField()
    wait = models.FloatField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "what"], name="bucket_of_somebody")]

    def __str__(self) -> str:
        return f"{self.who} {self.what}"
