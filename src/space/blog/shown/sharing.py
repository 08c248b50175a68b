"""Ways to pass a story on. Plain links: nothing of these places is loaded before somebody goes there."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Way(NamedTuple):
    name: str | Promise
    url: str


_PLACES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Mastodon", "https://share.joinmastodon.org/#", {"text": "{title} {url}"}),
    ("Telegram", "https://t.me/share/url?", {"url": "{url}", "text": "{title}"}),
    ("WhatsApp", "https://wa.me/?", {"text": "{title} {url}"}),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?", {"u": "{url}"}),
    ("X", "https://x.com/intent/post?", {"url": "{url}", "text": "{title}"}),
)


def ways(title: str, url: str) -> list[Way]:
    def filled(said: dict[str, str]) -> str:
        words = {name: value.replace("{url}", url).replace("{title}", title) for name, value in said.items()}
        return urlencode(words, quote_via=quote)

    mail = "mailto:?" + filled({"subject": "{title}", "body": "{title}\n\n{url}"})
    elsewhere = [Way(name, address + filled(said)) for name, address, said in _PLACES]
    return [Way(pgettext_lazy("share", "By mail"), mail), *elsewhere]
