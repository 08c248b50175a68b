"""The words of a group that others read pass the gate before they stand."""

from collections.abc import Mapping, Sequence
from typing import Any

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_at_once, pass_gates
from space.groups.models import Group

# Of one question.
_LONGEST = 200
_LONGEST_WORDS = 1000
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


def passed_asking(
    group: Group, words: str, answers: Sequence[tuple[str, str]], *, by: User
) -> dict[str, Any]:
    """What somebody says who asks to join. Only those who decide read it, so nothing is kept back from them."""
    said = {"words": words, **{str(number): text for number, (_, text) in enumerate(answers)}}
    saying = Saying(by, by, "asking-to-join", said, {}, is_awaited=True, only_words=True)
    now = pass_gates(saying)
    told = [[question, now[str(number)]] for number, (question, _) in enumerate(answers)]
    return {"words": now["words"][:_LONGEST_WORDS], "answers": told}


def passed_reason(group: Group, reason: str, *, by: User) -> str:
    """Why somebody is taken out, or not let in: it is told at once, to them and to the members."""
    return pass_at_once({"reason": reason}, "group-reason", by=by, of=group)["reason"][:500]


def as_fields(words: Mapping[str, str]) -> dict[str, Any]:
    """The way back from what `words_of` gives."""
    return {
        name: [one[:_LONGEST] for one in said.split("\n") if one] if name == "questions" else said
        for name, said in words.items()
    }
