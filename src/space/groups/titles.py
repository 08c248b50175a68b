"""What stands beside the name of a person, in words."""

from typing import Any

from django.utils.translation import override, pgettext_lazy

from space.groups.actions import OFFICE
from space.groups.models import Office

# Of one person; the offices are called by the many who hold them.
_IN_OFFICE = {
    Office.MODERATORS: pgettext_lazy("title of a person", "Moderator"),
    Office.ADMINISTRATORS: pgettext_lazy("title of a person", "Administrator"),
}
_SAID = {office.value: office for office in Office if office is not Office.NONE}


def is_staffs(title: str) -> bool:
    """Whether a group that took this title would pass for the staff."""
    said = [str(one) for one in _IN_OFFICE.values()]
    with override("en"):
        said += [str(one) for one in _IN_OFFICE.values()]
    said += [str(one.label) for one in _IN_OFFICE]
    return title.strip().casefold() in {one.casefold() for one in said}


def beside(title: str) -> dict[str, Any]:
    """From what an account keeps: the words, and whether they are of somebody who looks after the whole place."""
    held = _SAID.get(title.removeprefix(OFFICE)) if title.startswith(OFFICE) else None
    if held is None:
        return {"title": title, "is_staff": False}
    return {"title": str(_IN_OFFICE[held]), "is_staff": True}
