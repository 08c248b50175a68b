from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """How sure it is. A tentative event is told early so that others can keep clear of its day."""

    TENTATIVE = "tentative", pgettext_lazy("event status", "Tentative")
    CONFIRMED = "confirmed", pgettext_lazy("event status", "Confirmed")
    CANCELLED = "cancelled", pgettext_lazy("event status", "Cancelled")


class Type(TextChoices):
    EDIT_A_THON = "edit-a-thon", pgettext_lazy("event type", "Edit-a-thon")
    MEETUP = "meetup", pgettext_lazy("event type", "Meetup")
    CONFERENCE = "conference", pgettext_lazy("event type", "Conference")
    WORKSHOP = "workshop", pgettext_lazy("event type", "Workshop")
    TRAINING = "training", pgettext_lazy("event type", "Training")
    CONTEST = "contest", pgettext_lazy("event type", "Contest")
    HACKATHON = "hackathon", pgettext_lazy("event type", "Hackathon")
    CAMPAIGN = "campaign", pgettext_lazy("event type", "Campaign")
    OFFICE_HOUR = "office-hour", pgettext_lazy("event type", "Office hour")
    OTHER = "other", pgettext_lazy("event type", "Other")
