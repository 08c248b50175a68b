"""What stands beside the name of a person, in words."""

from typing import Any

from django.utils.translation import override, pgettext_lazy

from space.groups.actions import OFFICE
from space.groups.models import Group, Office

# Of one person; the offices are called by the many who hold them.
_IN_OFFICE = {
    Office.MODERATORS: pgettext_lazy("title of a person", "Moderator"),
    Office.ADMINISTRATORS: pgettext_lazy("title of a person", "Administrator"),
    Office.EDITORS: pgettext_lazy("title of a person", "Editorial board"),
}
_SAID = {office.value: office for office in Office if office is not Office.NONE}

_DOES = {
    Office.MODERATORS: pgettext_lazy(
        "office", "They look after the whole place, and help when something goes wrong."
    ),
    Office.ADMINISTRATORS: pgettext_lazy("office", "They appoint people, and decide how the place works."),
    Office.EDITORS: pgettext_lazy(
        "office", "They make the Blog: they review stories, schedule and publish them."
    ),
}


def name_of(group: Group) -> str:
    """In the reader's language while an office is called as we call it."""
    if not group.office:
        return group.name
    kind = Office(group.office)
    with override("en"):
        is_ours = group.name == str(kind.label)
    return str(kind.label) if is_ours else group.name


def duty_of(group: Group) -> str:
    """What an office is for, where nobody has described it in other words."""
    return str(_DOES[Office(group.office)]) if group.office and not group.description else ""


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
