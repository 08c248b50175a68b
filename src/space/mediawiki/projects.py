"""The Wikimedia projects that a story or an event can be about: the key that is kept, and the name that readers see."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

PROJECTS: dict[str, str | Promise] = {
    "wikipedia": pgettext_lazy("project", "Wikipedia"),
    "commons": pgettext_lazy("project", "Wikimedia Commons"),
    "wikidata": pgettext_lazy("project", "Wikidata"),
    "wiktionary": pgettext_lazy("project", "Wiktionary"),
    "wikisource": pgettext_lazy("project", "Wikisource"),
    "wikiquote": pgettext_lazy("project", "Wikiquote"),
    "wikibooks": pgettext_lazy("project", "Wikibooks"),
    "wikinews": pgettext_lazy("project", "Wikinews"),
    "wikiversity": pgettext_lazy("project", "Wikiversity"),
    "wikivoyage": pgettext_lazy("project", "Wikivoyage"),
    "wikispecies": pgettext_lazy("project", "Wikispecies"),
    "wikifunctions": pgettext_lazy("project", "Wikifunctions"),
    "incubator": pgettext_lazy("project", "Wikimedia Incubator"),
    "meta": pgettext_lazy("project", "Meta-Wiki"),
    "mediawiki": pgettext_lazy("project", "MediaWiki"),
}


def project_name(key: str) -> str:
    return str(PROJECTS.get(key, key))
