"""The one writer of the demo community. It calls the actions of every app below, and may be repeated."""

from space.pages.demo.actions.seeding import seed

__all__ = ["seed"]
