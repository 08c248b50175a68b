from django.conf import settings
from django.db import models
from django.utils import timezone


class WatchedSaying(models.Model):
    """Words that are no post, in which the gate found something: kept back, or standing with a flag.

    The case about them says which of both, until somebody decides.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # On what they are to stand, as the log names things, and where there (review/sayings.py); of a place with several
    # parts, in which.
    of_kind = models.CharField(max_length=60)
    of_id = models.BigIntegerField()
    where = models.CharField(max_length=20)
    part = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=20, blank=True)
    # By the names of their fields; and what stands there as long as they do not.
    words = models.JSONField(default=dict)
    meanwhile = models.JSONField(default=dict)
    stands = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("of_kind", "of_id", "where", name="saying_of_thing")]

    def __str__(self) -> str:
        return f"{self.where} of {self.of_kind} {self.of_id}"
