"""Taking a break: somebody hides this place for themselves until a moment. Nobody else sees it."""

from space.accounts.resting.open import stays_open

__all__ = ["stays_open"]
