import pytest
from django.utils.translation import override

from space.places.actions import load_places
from space.places.tests.few import FEW


@pytest.fixture
def few(db):
    load_places(FEW)
    with override("en"):
        yield FEW
