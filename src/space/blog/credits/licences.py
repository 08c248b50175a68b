"""Licences that one chooses from, as Commons names them. Others are named in words."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

OTHER = "other"
# Name to where it can be read.
LICENCES = {
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0",
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0",
    "CC BY-SA 3.0": "https://creativecommons.org/licenses/by-sa/3.0",
    "CC BY 3.0": "https://creativecommons.org/licenses/by/3.0",
    "CC BY-SA 2.0": "https://creativecommons.org/licenses/by-sa/2.0",
    "CC BY 2.0": "https://creativecommons.org/licenses/by/2.0",
    "Public domain": "https://creativecommons.org/publicdomain/mark/1.0",
}


def choices() -> list[tuple[str, str | Promise]]:
    """Names of licences are the same in every language."""
    return [
        ("", pgettext_lazy("licence", "Choose one")),
        *((name, name) for name in LICENCES),
        (OTHER, pgettext_lazy("licence", "Another free licence")),
    ]
