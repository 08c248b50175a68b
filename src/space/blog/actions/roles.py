"""Who reviews in which language. From the next request on it holds."""

from django.db import transaction

from space.accounts.models import User
from space.blog.models import Reviewer
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell
from space.web import versions

ROLES = "roles-of-stories"


@transaction.atomic
def appoint_reviewer(person: User, language: str, *, by: User) -> None:
    _, is_new = Reviewer.objects.get_or_create(
        person=person, language=language, defaults={"by": by, "at": clock.now()}
    )
    if is_new:
        entry = record(by, "reviewer-appointed", person, language=language)
        tell(f"reviewer {entry.pk}")
        versions.bump(ROLES)


@transaction.atomic
def dismiss_reviewer(person: User, language: str, *, by: User) -> None:
    if Reviewer.objects.filter(person=person, language=language).delete()[0]:
        record(by, "reviewer-dismissed", person, language=language)
        versions.bump(ROLES)
