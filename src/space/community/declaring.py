"""How an app declares a setting, near its use: `TOPICS_A_DAY = community.number("topics_a_day", …)`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

from space.community.groups import Group
from space.community.kinds import Choice, Countries, Number, Order, Riddles, ShortText, Texts, YesNo
from space.community.notices import Notice, OneNotice
from space.community.pictures import OnePicture, Picture
from space.community.registry import Definition, TextDefinition, register
from space.community.said import Said

Words = str | Promise


def number(
    name: str,
    *,
    group: Group,
    label: Words,
    explanation: Words,
    unit: Callable[[int], str],
    at_least: int,
    at_most: int,
    env: str = "",
    default: int = 0,
) -> Definition[int]:
    """A whole number. `env` names Django's setting that holds the operator's default, without SPACE_."""
    kind = Number(at_least, at_most, unit)
    return _declared(Definition(name, group, label, explanation, kind, _default(env, default), env))


def yes_no(
    name: str, *, group: Group, label: Words, explanation: Words, env: str = "", default: bool = False
) -> Definition[bool]:
    return _declared(Definition(name, group, label, explanation, YesNo(), _default(env, default), env))


def choice(
    name: str,
    *,
    group: Group,
    label: Words,
    explanation: Words,
    options: Mapping[str, Words],
    env: str = "",
    default: str = "",
) -> Definition[str]:
    kind = Choice(tuple(options.items()))
    return _declared(Definition(name, group, label, explanation, kind, _default(env, default), env))


def order(
    name: str, *, group: Group, label: Words, explanation: Words, options: Mapping[str, Words]
) -> Definition[tuple[str, ...]]:
    """All of them in the order in which they are given here, until somebody orders them or leaves some out."""
    return _declared(
        Definition(name, group, label, explanation, Order(tuple(options.items())), lambda: tuple(options))
    )


def countries(
    name: str, *, group: Group, label: Words, explanation: Words, env: str = ""
) -> Definition[tuple[str, ...]]:
    """None, unless the operator names some."""
    return _declared(Definition(name, group, label, explanation, Countries(), _default(env, ()), env))


def short_text(
    name: str,
    *,
    group: Group,
    label: Words,
    explanation: Words,
    at_most: int,
    env: str = "",
    default: str = "",
) -> Definition[str]:
    kind = ShortText(at_most)
    return _declared(Definition(name, group, label, explanation, kind, _default(env, default), env))


def texts(
    name: str,
    *,
    label: Words,
    explanation: Words,
    ours: Callable[[str], Said],
    at_most: int,
    rich: bool,
    group: Group = Group.TEXTS,
) -> TextDefinition:
    """A text for each language of the interface; `ours` gives the one that comes with Space."""
    definition = TextDefinition(name, group, label, explanation, Texts(at_most, rich), dict, ours=ours)
    register(definition)
    return definition


def riddles(
    name: str, *, group: Group, label: Words, explanation: Words, at_most: int, env: str
) -> TextDefinition:
    """Questions with answers. The operator's stand in the main language; with none nothing is asked."""

    def ours(code: str) -> Said:
        return Said(code, getattr(settings, env) if code == settings.LANGUAGE_CODE else "")

    kind = Riddles(at_most, rich=False)
    definition = TextDefinition(name, group, label, explanation, kind, dict, env, ours=ours)
    register(definition)
    return definition


def picture(
    name: str, *, group: Group, label: Words, explanation: Words, at_most: int
) -> Definition[Picture | None]:
    kind = OnePicture(at_most, ("image/svg+xml", "image/png"))
    return _declared(Definition(name, group, label, explanation, kind, _none))


def notice(
    name: str, *, group: Group, label: Words, explanation: Words, at_most: int
) -> Definition[Notice | None]:
    kind = OneNotice(Texts(at_most, rich=True))
    return _declared(Definition(name, group, label, explanation, kind, _none))


def _declared(definition: Definition[Any]) -> Definition[Any]:
    register(definition)
    return definition


def _default(env: str, otherwise: Any) -> Callable[[], Any]:
    """Asked each time: tests change Django's settings, and asking is a look into a dictionary too."""
    return partial(getattr, settings, env) if env else lambda: otherwise


def _none() -> None:
    return None
