from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from space.groups.circles import Circle
from space.kit.folding import Letters

_PUBLIC = Q(circle=Circle.PUBLIC)
# Kilobytes of new words that may stand beside the index until a job puts them in their places: who writes does not
# wait for that. Questions read all of them, so there should be few.
_PENDING = 16_384


class Entry(models.Model):
    """One document of the index. Written by indexing.py alone, in the transaction that changes the thing itself."""

    kind = models.CharField(max_length=12)
    thing = models.BigIntegerField()
    # Who may know of it: 0 everybody, -1 members, else a group.
    circle = models.BigIntegerField()
    title = models.TextField(blank=True)
    # Words of all forms (words/vectors.py), ready-made: PostgreSQL's own dictionaries are not asked.
    words = SearchVectorField()
    # How many words it has, for weighing them.
    length = models.PositiveIntegerField()
    lang = models.CharField(max_length=20, blank=True)
    written_at = models.DateTimeField()
    author = models.BigIntegerField(null=True)
    topic = models.BigIntegerField(default=0)
    place = models.BigIntegerField(null=True)
    tags = ArrayField(models.BigIntegerField(), default=list)
    species = models.CharField(max_length=20, blank=True)
    lowered = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing"], name="entry_once")]
        indexes = [
            GinIndex(
                fields=["words"], condition=_PUBLIC, name="entry_words", gin_pending_list_limit=_PENDING
            ),
            GinIndex(
                fields=["words"],
                condition=~_PUBLIC,
                name="entry_inner_words",
                gin_pending_list_limit=_PENDING,
            ),
            GinIndex(
                OpClass(Letters("title"), "gin_trgm_ops"),
                condition=_PUBLIC & ~Q(title=""),
                name="entry_title_letters",
            ),
            models.Index("written_at", "id", condition=_PUBLIC, name="entry_newest"),
            models.Index("topic", condition=~Q(topic=0), name="entry_of_topic"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class Word(models.Model):
    """In how many public documents a word stands, as the last survey found. Rare ones are left out."""

    word = models.TextField(primary_key=True, db_collation="C")
    documents = models.PositiveIntegerField()
    # As people write it, and long enough to be misspelt: what spelling looks through.
    spoken = models.BooleanField(default=False)

    class Meta:
        indexes = [
            GinIndex(OpClass(Letters("word"), "gin_trgm_ops"), condition=Q(spoken=True), name="word_letters")
        ]

    def __str__(self) -> str:
        return self.word


class Survey(models.Model):
    """What is known of all public documents together: one row, made anew by a job."""

    documents = models.PositiveIntegerField()
    average_length = models.FloatField()
    # Since when the newest hundred were written, the newest three hundred, and so on.
    moments = models.JSONField(default=list)
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.documents} documents at {self.taken_at:%Y-%m-%d}"


class Round(models.Model):
    """All documents made anew, in batches: how far that is. One row a kind."""

    kind = models.CharField(max_length=12, primary_key=True)
    # Of what makes the words (words/__init__.py): those of another version are made again.
    version = models.PositiveIntegerField()
    # Everything up to this id is done.
    after = models.BigIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} up to {self.after}"
