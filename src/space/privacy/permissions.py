"""Who may do what with what is kept of them: everybody with their own, and with nothing else."""

from space.accounts.models import User
from space.privacy.models import Farewell


def can_come_back(person: User) -> bool:
    """Somebody who wanted to be forgotten, while nothing has begun."""
    return Farewell.objects.filter(person=person, began_at=None, done_at=None).exists()
