"""Where posts and topics stood before somebody moved them, so that their old addresses lead on."""

from django.db import models

from space.discuss.models.categories import Audience
from space.discuss.models.decisions import Deed
from space.discuss.models.posts import Post
from space.discuss.models.topics import Topic


class Moved(models.Model):
    """A post stood at this number of a topic, and stands elsewhere now. No new post gets the number."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="moved_away", db_index=False)
    number = models.PositiveIntegerField()
    post = models.ForeignKey(Post, models.CASCADE, related_name="stood")
    # The line that tells of it where it stands now; nothing where a reply only took the place of the first post.
    deed = models.ForeignKey(Deed, models.SET_NULL, null=True, related_name="moved")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "number"], name="moved_once")]

    def __str__(self) -> str:
        return f"{self.topic_id}/{self.number} is {self.post_id}"


class Merger(models.Model):
    """All posts of a topic stand in another one. Nobody sees the empty one; its address leads there."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="merger")
    into = models.ForeignKey(Topic, models.CASCADE, related_name="merged_here")
    # Who could see it, for a reply that is still being written for them.
    audience = models.CharField(max_length=8, choices=Audience)

    def __str__(self) -> str:
        return f"{self.topic_id} went into {self.into_id}"
