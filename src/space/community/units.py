"""Numbers as people say them, with what they count."""

from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import npgettext, pgettext


def topics(n: int) -> str:
    return npgettext("amount", "%(n)d topic", "%(n)d topics", n) % {"n": n}


def stories(n: int) -> str:
    return npgettext("amount", "%(n)d story", "%(n)d stories", n) % {"n": n}


def events(n: int) -> str:
    return npgettext("amount", "%(n)d event", "%(n)d events", n) % {"n": n}


def calendars(n: int) -> str:
    return npgettext("amount", "%(n)d calendar", "%(n)d calendars", n) % {"n": n}


def posts(n: int) -> str:
    return npgettext("amount", "%(n)d post", "%(n)d posts", n) % {"n": n}


def replies(n: int) -> str:
    return npgettext("amount", "%(n)d reply", "%(n)d replies", n) % {"n": n}


def edits(n: int) -> str:
    return npgettext("amount", "%(n)d edit", "%(n)d edits", n) % {"n": n}


def votes(n: int) -> str:
    return npgettext("amount", "%(n)d vote", "%(n)d votes", n) % {"n": n}


def options(n: int) -> str:
    return npgettext("amount", "%(n)d option", "%(n)d options", n) % {"n": n}


def versions(n: int) -> str:
    return npgettext("amount", "%(n)d version", "%(n)d versions", n) % {"n": n}


def drafts(n: int) -> str:
    return npgettext("amount", "%(n)d draft", "%(n)d drafts", n) % {"n": n}


def people(n: int) -> str:
    return npgettext("amount", "%(n)d person", "%(n)d people", n) % {"n": n}


def invitations(n: int) -> str:
    return npgettext("amount", "%(n)d invitation", "%(n)d invitations", n) % {"n": n}


def tags(n: int) -> str:
    return npgettext("amount", "%(n)d tag", "%(n)d tags", n) % {"n": n}


def links(n: int) -> str:
    return npgettext("amount", "%(n)d link", "%(n)d links", n) % {"n": n}


def images(n: int) -> str:
    return npgettext("amount", "%(n)d image", "%(n)d images", n) % {"n": n}


def reactions(n: int) -> str:
    return npgettext("amount", "%(n)d reaction", "%(n)d reactions", n) % {"n": n}


def tries(n: int) -> str:
    return npgettext("amount", "%(n)d try", "%(n)d tries", n) % {"n": n}


def searches(n: int) -> str:
    return npgettext("amount", "%(n)d search", "%(n)d searches", n) % {"n": n}


def results(n: int) -> str:
    return npgettext("amount", "%(n)d result", "%(n)d results", n) % {"n": n}


def accounts(n: int) -> str:
    return npgettext("amount", "%(n)d account", "%(n)d accounts", n) % {"n": n}


def of_a_hundred(n: int) -> str:
    return pgettext("amount", "%(n)d of a hundred") % {"n": n}


def seconds(n: int) -> str:
    return npgettext("amount", "%(n)d second", "%(n)d seconds", n) % {"n": n}


def minutes(n: int) -> str:
    return npgettext("amount", "%(n)d minute", "%(n)d minutes", n) % {"n": n}


def hours(n: int) -> str:
    return npgettext("amount", "%(n)d hour", "%(n)d hours", n) % {"n": n}


def days(n: int) -> str:
    return npgettext("amount", "%(n)d day", "%(n)d days", n) % {"n": n}


def characters(n: int) -> str:
    return npgettext("amount", "%(grouped)s character", "%(grouped)s characters", n) % {"grouped": grouped(n)}


def pixels(n: int) -> str:
    return npgettext("amount", "%(grouped)s pixel", "%(grouped)s pixels", n) % {"grouped": grouped(n)}


def size(n: int) -> str:
    """Bytes, and beside them what one can imagine."""
    told = npgettext("amount", "%(grouped)s byte (%(size)s)", "%(grouped)s bytes (%(size)s)", n)
    return told % {"grouped": grouped(n), "size": filesizeformat(n)}


def grouped(n: int) -> str:
    return number_format(n, force_grouping=True)


def notifications(n: int) -> str:
    return npgettext("amount", "%(n)d notification", "%(n)d notifications", n) % {"n": n}


def copies(n: int) -> str:
    return npgettext("amount", "%(n)d copy", "%(n)d copies", n) % {"n": n}


def flags(n: int) -> str:
    return npgettext("amount", "%(n)d flag", "%(n)d flags", n) % {"n": n}


def points(n: int) -> str:
    return npgettext("amount", "%(n)d point", "%(n)d points", n) % {"n": n}
