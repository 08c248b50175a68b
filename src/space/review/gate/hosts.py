"""Sites to which somebody here has led before: a link there is nothing new."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from space.mediawiki.interwiki import is_wikimedia
from space.review.models import KnownHost

# Known from the first day on.
_EVERYWHERE = frozenset(
    {
        *(
            "archive.org",
            "doi.org",
            "europeana.eu",
            "github.com",
            "gitlab.com",
            "google.com",
            "inaturalist.org",
        ),
        *("jit.si", "loc.gov", "openstreetmap.org", "orcid.org", "pypi.org", "readthedocs.io", "unesco.org"),
        *("vimeo.com", "worldcat.org", "youtu.be", "youtube.com", "zenodo.org", "zoom.us"),
    }
)


def strange_hosts(links: Iterable[str]) -> list[str]:
    """The host of each link, without those of the movement and those that everybody knows."""
    return [host for link in links if (host := _host(link)) and not _is_everywhere(host)]


def unknown(hosts: Iterable[str]) -> set[str]:
    wanted = set(hosts)
    known = KnownHost.objects.filter(host__in=wanted).values_list("host", flat=True) if wanted else ()
    return wanted - set(known)


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").lower().removeprefix("www.")[:255]
    except ValueError:
        return ""


def _is_everywhere(host: str) -> bool:
    parts = host.split(".")
    return is_wikimedia(host) or any(".".join(parts[at:]) in _EVERYWHERE for at in range(len(parts) - 1))
