"""How topics relate: which posts lead to them, and how they stand in the lists that are made by the clock."""

from django.db import models
from django.utils.translation import pgettext_lazy

from space.discuss.models.posts import Post
from space.discuss.models.topics import Topic


class Link(models.Model):
    """A post leads to another topic of ours, or to one post in it. Kept from the text when it is saved."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="links", db_index=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="links_here", db_index=False)
    number = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["topic", "post"], name="link_to_topic")]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "topic", "number"], name="link_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id} leads to {self.topic_id}"


class TitleWord(models.Model):
    """A word of a topic's title: topics that share rare ones are related (title_words.py). Kept by actions."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="title_words", db_index=False)
    word = models.CharField(max_length=12)

    class Meta:
        indexes = [models.Index(fields=["word", "-topic"], name="title_word_newest")]
        constraints = [models.UniqueConstraint(fields=["topic", "word"], name="title_word_once")]

    def __str__(self) -> str:
        return f"{self.word} in {self.topic_id}"


class Period(models.TextChoices):
    """The lists that a job makes: Top by the time over which it looks, and Hot."""

    DAY = "day", pgettext_lazy("period", "Today")
    WEEK = "week", pgettext_lazy("period", "This week")
    MONTH = "month", pgettext_lazy("period", "This month")
    QUARTER = "quarter", pgettext_lazy("period", "These three months")
    YEAR = "year", pgettext_lazy("period", "This year")
    ALL = "all", pgettext_lazy("period", "All time")
    HOT = "hot", pgettext_lazy("period", "Hot")


class Score(models.Model):
    """How high a topic stands in one of those lists. Made anew by the clock (actions/scoring.py)."""

    period = models.CharField(max_length=7, choices=Period)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="scores")
    score = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["period", "-score", "-topic"], name="score_in_order")]
        constraints = [models.UniqueConstraint(fields=["period", "topic"], name="score_once")]

    def __str__(self) -> str:
        return f"{self.topic_id} {self.period} {self.score:.3f}"
