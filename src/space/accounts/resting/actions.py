from datetime import datetime

from django.db import transaction

from space.accounts.models import User
from space.kit import clock


@transaction.atomic
def rest(person: User, *, until: datetime) -> User:
    """Hide this place for somebody until then. Mail waits meanwhile, and the bell keeps what it has to say."""
    User.objects.filter(pk=person.pk).update(rests_until=until)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def come_back(person: User) -> User:
    """The break ends now. When it did is kept, so that letters that waited are not taken for old ones."""
    now = clock.now()
    User.objects.filter(pk=person.pk, rests_until__gt=now).update(rests_until=now)
    return User.objects.get(pk=person.pk)
