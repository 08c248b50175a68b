import pytest
from django.core.files.base import ContentFile
from django.db.models import Q

from space.groups.actions import found_group
from space.groups.models import Group
from space.uploads import registry
from space.uploads.actions import keep_file
from space.uploads.tests.makers import picture


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def things(monkeypatch):
    """For these tests files hang on groups: one that all may know of, and what is inside of the closed one."""
    monkeypatch.setattr(registry, "_seen", [])

    def inside(reader):
        return Group.objects.visible_to(reader).filter(Q(is_listed=True) | Q(pk__in=reader.groups))

    registry.hangs_on(Group, inside)


@pytest.fixture
def garden(db, things):
    return found_group(slug="garden", name="Garden", by=None)


@pytest.fixture
def send():
    def sent(by, data=None, name="photo.png", alt=""):
        return keep_file(ContentFile(data or picture("PNG", (900, 600))), by=by, name=name, alt=alt)

    return sent
