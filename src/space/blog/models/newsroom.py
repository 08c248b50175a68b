"""What the newsroom writes down about a story on its way."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.blog.models.editions import Edition
from space.blog.models.stages import Stage
from space.blog.models.stories import Story
from space.discuss.models import Post


class Taken(models.Model):
    """A step that somebody took, with the words they gave its authors. Entries are never changed."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="taken", db_index=False)
    step = models.CharField(max_length=20)
    before = models.CharField(max_length=10, choices=Stage)
    after = models.CharField(max_length=10, choices=Stage)
    # None: the clock, at the moment that somebody had set.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True, max_length=2000)

    class Meta:
        indexes = [models.Index("story", "at", "id", name="taken_in_order")]

    def __str__(self) -> str:
        return f"{self.step} of story {self.story_id}"


class Point(models.TextChoices):
    """The checklist of a review."""

    SCOPE = "scope", pgettext_lazy("checklist", "Scope")
    SOURCES = "sources", pgettext_lazy("checklist", "Sources")
    CREDITS = "credits", pgettext_lazy("checklist", "Credits")
    TONE = "tone", pgettext_lazy("checklist", "Tone")
    SUMMARY = "summary", pgettext_lazy("checklist", "Summary")
    LANGUAGES = "languages", pgettext_lazy("checklist", "Languages")


class Check(models.Model):
    """A point of the checklist is well, exactly while this row exists."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="checks")
    point = models.CharField(max_length=10, choices=Point)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "point"], name="check_once")]

    def __str__(self) -> str:
        return f"{self.point} of story {self.story_id}"


class Note(models.Model):
    """A post of the review's conversation that speaks of one passage of an edition."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="note")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="notes")
    # The words it points at, as they were; where they are no longer found the note stands beside the whole.
    passage = models.CharField(max_length=500)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.passage


class Wish(models.Model):
    """Somebody would like the story in this language; it is gone when an edition in it is begun."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="wishes")
    language = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "language"], name="wish_once")]

    def __str__(self) -> str:
        return f"story {self.story_id} in {self.language}"


class Editing(models.Model):
    """A person has the form of an edition open, or had it a moment ago."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="editing")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="editing_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.edition_id}"
