"""Name, mark and banner: what every page shows of the community."""

from email.utils import formataddr, parseaddr
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy

from space.community import declaring
from space.community.groups import Group
from space.kit import clock
from space.languages import bcp47, direction
from space.web.look import Banner, Look

NAME = declaring.short_text(
    "name",
    group=Group.LOOK,
    label=pgettext_lazy("setting", "Name of this place"),
    explanation=pgettext_lazy(
        "setting",
        "Stands in the bar, in the title of every page, in feeds, in mails and beside passkeys. "
        "Short names fit on phones.",
    ),
    at_most=40,
    env="NAME",
)
MARK = declaring.picture(
    "mark",
    group=Group.LOOK,
    label=pgettext_lazy("setting", "Mark"),
    explanation=pgettext_lazy(
        "setting",
        "A small picture in the bar, in place of ours. A drawing (SVG) stays sharp. "
        "It is shown 36 pixels high, on white and on black: choose one that can be seen on both.",
    ),
    at_most=50_000,
)
MAIL_PREFIX = declaring.short_text(
    "mail_prefix",
    group=Group.LOOK,
    label=pgettext_lazy("setting", "Word before the subject of mails"),
    explanation=pgettext_lazy(
        "setting", "Stands in square brackets before the title, so that people can sort their mail by it."
    ),
    at_most=20,
    env="MAIL_PREFIX",
)
BANNER = declaring.notice(
    "banner",
    group=Group.LOOK,
    label=pgettext_lazy("setting", "Banner"),
    explanation=pgettext_lazy(
        "setting",
        "Words on top of all pages, between two moments. Everybody can put it away for themselves; "
        "it comes back when its words change. A language without a text shows the one in English.",
    ),
    at_most=1_000,
)


def look() -> Look:
    mark = MARK()
    return Look(NAME(), _address(MARK.name, mark.digest) if mark else "")


@lru_cache(maxsize=8)
def _address(name: str, digest: str) -> str:
    return reverse("community:picture", args=[name, digest])


def banner() -> Banner | None:
    notice = BANNER()
    if notice is None or not notice.is_up(clock.now()):
        return None
    said = notice.said(get_language() or "", settings.LANGUAGE_CODE)
    if said is None:
        return None
    return Banner(notice.key, said.safe, bcp47(said.language), direction(said.language), notice.level)


def sender() -> str:
    """Who our mails come from: our address under today's name, unless the operator gave both."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return settings.DEFAULT_FROM_EMAIL if settings.MAIL_FROM else formataddr((NAME(), address))
