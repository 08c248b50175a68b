"""The keys of the calendar, as the help sheet tells them."""

from django.utils.translation import pgettext_lazy

from space.discuss.keys import KEYS


def tell_keys() -> None:
    """Called once, from `ready()`."""
    KEYS.append(
        {
            "title": pgettext_lazy("keyboard", "In the calendar"),
            "keys": [
                (["t"], pgettext_lazy("keyboard", "today")),
                (["p"], pgettext_lazy("keyboard", "earlier days")),
                (["n"], pgettext_lazy("keyboard", "later days")),
                (["←", "→", "↑", "↓"], pgettext_lazy("keyboard", "from day to day")),
                (["Enter"], pgettext_lazy("keyboard", "open the first event of the day")),
            ],
        }
    )
