"""The words of a group that others read pass the gate before they stand."""

from collections.abc import Mapping
from typing import Any

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_gates
from space.groups.models import Group

# Of one question.
_LONGEST = 200
_WORDS = ("name", "description", "title", "questions")


def words_of(group: Group) -> dict[str, str]:
    return words_in({name: getattr(group, name) for name in _WORDS})


def words_in(fields: Mapping[str, Any]) -> dict[str, str]:
    """Those of these fields that are words, each as one text."""
    words = {name: value for name, value in fields.items() if name in _WORDS}
    return {name: said if isinstance(said, str) else "\n".join(said) for name, said in words.items()}


def passed(group: Group, by: User, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they can stand now. Raises what a gate refuses with."""
    language = str(fields.get("language", group.language))
    saying = Saying(by, group, "group", words_in(fields), words_of(group), language)
    return {**fields, **as_fields(pass_gates(saying))}


def as_fields(words: Mapping[str, str]) -> dict[str, Any]:
    """The way back from what `words_of` gives."""
    return {
        name: [one[:_LONGEST] for one in said.split("\n") if one] if name == "questions" else said
        for name, said in words.items()
    }
