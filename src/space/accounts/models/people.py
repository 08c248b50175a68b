from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts import names, seeking
from space.kit import clock


class Theme(models.TextChoices):
    AUTO = "auto", pgettext_lazy("theme", "As on my device")
    LIGHT = "light", pgettext_lazy("theme", "Light")
    DARK = "dark", pgettext_lazy("theme", "Dark")


class Trust(models.IntegerChoices):
    NEW = 0, pgettext_lazy("trust", "New")
    BASIC = 1, pgettext_lazy("trust", "Basic")
    MEMBER = 2, pgettext_lazy("trust", "Member")
    REGULAR = 3, pgettext_lazy("trust", "Regular")
    LEADER = 4, pgettext_lazy("trust", "Leader")


class Nature(models.TextChoices):
    """What kind of account this is. Only persons sign in."""

    PERSON = "person", pgettext_lazy("account", "Person")
    ARCHIVED = "archived", pgettext_lazy("account", "Author of archived messages")
    SYSTEM = "system", pgettext_lazy("account", "Space itself")


# Who can stand in the directory of people, as its indexes say it; who is suspended is left out by the page.
IN_DIRECTORY = models.Q(nature=Nature.PERSON, is_active=True, is_listed=True)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(name=username)

    def named(self, names: Iterable[str]) -> dict[str, "User"]:
        """Those who have exactly these names and can sign in, by these names. A name that nobody has any more is that
        of who had it last."""
        asked = set(names)
        people = self.filter(nature=Nature.PERSON, is_active=True)
        known = {person.name: person for person in people.filter(name__in=asked)}
        if asked - known.keys():
            before = FormerName.objects.filter(name__in=asked - known.keys()).select_related("person")
            before = before.filter(person__nature=Nature.PERSON, person__is_active=True)
            known |= {former.name: former.person for former in before}
        return known

    def system(self) -> "User":
        """The account in whose name the machine acts: importers, timers, automatic decisions."""
        found = self.filter(nature=Nature.SYSTEM).first()
        return (
            found
            or self.get_or_create(name="Space", defaults={"nature": Nature.SYSTEM, "is_active": False})[0]
        )


class User(AbstractBaseUser):
    """A person, or a place-holder for one. Rows are never deleted, only emptied."""

    name = models.CharField(max_length=255, unique=True)
    # UTS 39 skeleton of a local name: two that look alike cannot both exist.
    skeleton = models.CharField(max_length=255, blank=True, db_index=True)
    # Follow from the name: how lists are sorted by it, and what it is found by (seeking.py).
    sort_name = models.CharField(max_length=255, blank=True, db_collation="C")
    name_pieces = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    # Proved to be theirs, or empty: what was only typed stands in allauth's EmailAddress.
    email = models.EmailField(blank=True)
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.PERSON)
    is_active = models.BooleanField(default=True)
    trust = models.PositiveSmallIntegerField(choices=Trust, default=Trust.NEW)
    # A moderator chose it, so it does not grow by itself.
    trust_by_hand = models.BooleanField(default=False)
    # Until then their limits are those of another trust, or so many times as wide; and what they write waits for a
    # moderator. Moderators say so (terms.py).
    limits_trust = models.PositiveSmallIntegerField(choices=Trust, null=True, blank=True)
    limits_factor = models.FloatField(default=1.0)
    limits_until = models.DateTimeField(null=True, blank=True)
    approval_until = models.DateTimeField(null=True, blank=True)
    about = models.TextField(blank=True, max_length=2000)
    # Where their picture is, up to the size; empty for who is shown as a letter. Files are of an app above.
    picture = models.CharField(max_length=100, blank=True)
    # What stands beside their name: the title of a group, or what they do for the whole place. Follows from their
    # memberships, which are of an app above.
    title = models.CharField(max_length=60, blank=True)
    # Stands in the directory of people.
    is_listed = models.BooleanField(default=True)
    # Preferences. Empty means: as the browser says.
    language = models.CharField(max_length=20, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    # Lists that show only the languages above, by their names (narrowing.py); the one chosen last stands last.
    narrowed = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    theme = models.CharField(max_length=5, choices=Theme, default=Theme.AUTO)
    time_zone = models.CharField(max_length=40, blank=True)
    # They take a break until then (resting/): they see no pages, and mail waits. When the last one ended stays here.
    rests_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["skeleton"], condition=~models.Q(skeleton=""), name="local_names_do_not_look_alike"
            )
        ]
        indexes = [
            models.Index("sort_name", "id", condition=IN_DIRECTORY, name="people_by_name"),
            models.Index("created_at", "id", condition=IN_DIRECTORY, name="people_by_age"),
            GinIndex(fields=["name_pieces"], condition=IN_DIRECTORY, name="people_by_pieces"),
            GinIndex(fields=["languages"], condition=IN_DIRECTORY, name="people_by_languages"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.skeleton = names.skeleton_of(self.name)
        self.sort_name, self.name_pieces = seeking.folded(self.name), seeking.pieces(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("accounts:person", args=[names.in_address(self.name)])

    @property
    def is_local(self) -> bool:
        return self.name.endswith(names.LOCAL_MARK)

    @property
    def tone(self) -> int:
        """Which of the twelve avatar colours: the same everywhere, kept nowhere."""
        return tone_of(self.pk)


def tone_of(pk: int) -> int:
    return pk % 12 + 1


def today() -> date:
    """By UTC, whatever zone somebody reads in."""
    return clock.now().date()


class WikiAccount(models.Model):
    """The account on the wikis with which a person comes in, and what the wikis say of it.

    `sub` is its number there, which stays when it is renamed; by it alone we know it again.
    """

    person = models.OneToOneField(User, models.CASCADE, related_name="wiki")
    sub = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=255)
    # Empty for accounts so old that no wiki remembers.
    registered = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=0)
    # Of all wikis; groups on one of them are not kept.
    groups = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    # Where it is at home: a host name and the page of the person there.
    home = models.CharField(max_length=255, blank=True)
    home_page = models.CharField(max_length=1000, blank=True)
    # The trust that the wikis alone would give, whatever the person has besides.
    trust = models.PositiveSmallIntegerField(choices=Trust, default=Trust.NEW)
    # Locked on all wikis: nobody comes in with it. Blocked on the wiki that we ask: what then is a setting.
    locked = models.BooleanField(default=False)
    blocked = models.BooleanField(default=False)
    linked_at = models.DateTimeField(default=timezone.now)
    checked_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """A name that a person had. Its old addresses lead to them, until a wiki account comes that owns it now."""

    name = models.CharField(max_length=255, unique=True)
    skeleton = models.CharField(max_length=255, blank=True, db_index=True)
    person = models.ForeignKey(User, models.CASCADE, related_name="former_names")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name


class Session(AbstractBaseSession):
    """A browser that is signed in or was addressed; knows its person, so that both are one query."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    # When somebody signed in here; on which day it was used last.
    created_at = models.DateTimeField(default=timezone.now)
    used_on = models.DateField(default=today)
    # In two words (devices.py), never as the browser put it.
    device = models.CharField(max_length=30, blank=True)

    class Meta:
        verbose_name = "session"

    @classmethod
    def get_session_store_class(cls) -> type:
        from space.accounts.sessions import SessionStore

        return SessionStore

    @property
    def ends_at(self) -> datetime:
        return self.expire_date


class AddressKey(models.Model):
    """The key of a day. An IP address is kept only as a hash under it; without the key nobody can undo that."""

    day = models.DateField(primary_key=True)
    key = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return self.day.isoformat()


class ErasedName(models.Model):
    """Somebody who was erased had this name: a code of it, so that nobody else takes it."""

    digest = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.digest
