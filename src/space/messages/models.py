from django.db import models

from space.discuss.models import Topic
from space.groups.models import StaffVisit


class MessageVisit(StaffVisit):
    """Of a private conversation. Everybody in it is told."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="staff_visits")
