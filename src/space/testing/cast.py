"""People whom every test knows.

Amina is new. Lena is a member. Kofi is a member too, and belongs to the closed group; Lena does not.
Rosa moderates the whole place. Viktor is suspended. Ada is an administrator. Nobody has no account.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.models import Trust, User
from space.accounts.readers import NOBODY, Reader
from space.groups.actions import admit, found_group, office
from space.groups.models import Group, Office
from space.moderation.actions import penalise
from space.moderation.models import Measure


def make(name: str, trust: int = Trust.MEMBER, days: int = 400) -> User:
    """A person who came that many days ago. Has no usable password: tests sign in by force."""
    came = timezone.now() - timedelta(days=days)
    person = User(name=name, trust=trust, created_at=came, email="")
    person.set_unusable_password()
    person.save()
    return person


@pytest.fixture
def nobody() -> Reader:
    return NOBODY


@pytest.fixture
def amina(db: None) -> User:
    return make("Amina", trust=Trust.NEW, days=0)


@pytest.fixture
def lena(db: None) -> User:
    return make("Lena Müller")


@pytest.fixture
def kofi(db: None, circle: Group) -> User:
    person = make("Kofi Mensah")
    admit(circle, person)
    return person


@pytest.fixture
def rosa(db: None) -> User:
    person = make("Rosa Quispe", trust=Trust.LEADER)
    admit(office(Office.MODERATORS), person)
    return person


@pytest.fixture
def ada(db: None) -> User:
    person = make("Ada", trust=Trust.LEADER)
    admit(office(Office.ADMINISTRATORS), person)
    return person


@pytest.fixture
def viktor(db: None, rosa: User, circle: Group) -> User:
    """Suspended, and a member of the closed group until then: suspension shuts that door too."""
    person = make("Віктор")
    admit(circle, person)
    penalise(
        person,
        Measure.SUSPENSION,
        by=rosa,
        until=timezone.now() + timedelta(days=7),
        reason="Threats against others",
    )
    return person


@pytest.fixture
def circle(db: None) -> Group:
    """The closed group that only its members know of."""
    return found_group(slug="safety-circle", name="Safety circle", by=None, listed=False)
