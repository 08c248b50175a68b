from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.faces import SIZES
from space.accounts.readers import Reader
from space.kit.seeing import VisibleManager
from space.uploads.kinds import Kind
from space.uploads.registry import on_something_visible

# Widths, in pixels, of the smaller sizes of a picture.
WIDTHS = (320, 640, 1280, 1920)
# Of a picture as previews of links show it.
PREVIEW = 1200, 630
# Photos: AVIF takes half of their bytes, and little of what has flat colours and sharp edges.
_PHOTOS = frozenset({Kind.JPEG, Kind.WEBP})


class State(models.TextChoices):
    NEW = "new", pgettext_lazy("upload", "Sizes are being made")
    READY = "ready", pgettext_lazy("upload", "Ready")


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, reader: Reader) -> Self:
        """Files that hang on something this reader sees; and one's own, while they hang on nothing.

        What a moderator hid is there for nobody by this way.
        """
        hung = Hanging.objects.filter(upload=OuterRef("pk"))
        allowed = Q(Exists(hung.filter(on_something_visible(reader))))
        if reader.is_member:
            allowed |= Q(~Exists(hung), owner=reader.pk)
        return self.filter(allowed, hidden_at=None)


UploadManager = VisibleManager.from_queryset(UploadQuerySet)


class Upload(models.Model):
    """A file that somebody sent, as we made it anew. Who sees it follows from what it hangs on."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=120)
    alt = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=4, choices=Kind)
    # Of the file as it came: sending it again, before it hangs on something, gives the same upload.
    sha256 = models.CharField(max_length=64)
    file = models.FileField(max_length=200)
    bytes = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    moves = models.BooleanField(default=False)
    state = models.CharField(max_length=5, choices=State, default=State.NEW)
    made_at = models.DateTimeField(default=timezone.now)
    # A moderator took it out of sight, wherever it hangs.
    hidden_at = models.DateTimeField(null=True)
    # Since when it hangs on nothing; after two days it goes.
    loose_since = models.DateTimeField(null=True, default=timezone.now)

    objects = UploadManager()

    class Meta:
        indexes = [
            models.Index("loose_since", condition=Q(loose_since__isnull=False), name="upload_loose"),
            models.Index("owner", "sha256", name="upload_of_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("uploads:file", args=[self.pk, self.name])

    @property
    def reference(self) -> str:
        """How a text names it."""
        return f"upload:{self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.kind != Kind.PDF

    @property
    def widths(self) -> list[int]:
        """The smaller sizes that there are, or will be in a moment."""
        if self.moves or not Kind(self.kind).is_raster:
            return []
        return [width for width in WIDTHS if width < self.width]

    @property
    def avif_widths(self) -> list[int]:
        """Of photos also as AVIF, and then as wide as they are too: what a browser that knows it asks for."""
        if not self.widths or Kind(self.kind) not in _PHOTOS:
            return []
        return [*self.widths, *([self.width] if self.width <= WIDTHS[-1] else [])]


class Size(models.Model):
    """A picture made smaller, in width or in bytes; or cut for previews of links, which alone is a JPEG."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="made_sizes")
    width = models.PositiveIntegerField()
    kind = models.CharField(max_length=4, choices=Kind)
    file = models.FileField(max_length=200)
    bytes = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "width", "kind"], name="size_once")]

    def __str__(self) -> str:
        return f"{self.upload_id} at {self.width}"


class Hanging(models.Model):
    """A file belongs to a thing that people see, exactly while this row exists."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="hangings")
    # As `discuss.post`: the same in every process and every restored database.
    thing_kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index("thing_kind", "thing_id", name="hanging_of_thing")]
        constraints = [
            models.UniqueConstraint(fields=["upload", "thing_kind", "thing_id"], name="hanging_once")
        ]

    def __str__(self) -> str:
        return f"{self.upload_id} on {self.thing_kind}/{self.thing_id}"


class Portrait(models.Model):
    """A picture by which somebody is or was shown, once somebody has said something of it.

    The account alone says whether it is shown now; hidden it is given to nobody by its address.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # As the account keeps it: up to the size.
    address = models.CharField(max_length=100, unique=True)
    hidden_at = models.DateTimeField(null=True)

    # As other pictures are told of: the larger of its squares, of which nobody said anything.
    width = height = max(SIZES)
    name = alt = ""

    def __str__(self) -> str:
        return f"picture {self.pk} of {self.owner_id}"
