"""Seeing is a queryset: managers whose short spelling is the safe one."""

from typing import NoReturn, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class VisibleManager(models.Manager[M]):
    """For rows that not everybody may know of.

    Rows come by `visible_to(reader)`; actions, which have already been allowed, say `for_actions()`.
    `.all()` is refused, so that the spelling that leaks is not the short one.
    """

    def for_actions(self) -> models.QuerySet[M]:
        return self.get_queryset()

    def all(self) -> NoReturn:
        raise TypeError(f"{self.model.__name__}: ask visible_to(reader), or for_actions() inside an action.")
