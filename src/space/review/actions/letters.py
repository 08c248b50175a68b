"""By mail besides the bell, in the language of who gets it: who is suspended is told by the bell too late."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import override, pgettext

from space.accounts.models import Nature, User
from space.moderation.models import Measure, Penalty
from space.notifications import mail
from space.review.models import Appeal, Case, Clause, Decision, Follows
from space.review.telling import terms, words


def write_of_decision(decision: Decision) -> None:
    """To the author, about what they are told of. Expects `decision.case.author` and `penalty`."""
    if not decision.is_told:
        return
    case = decision.case
    with override(case.author.language or None):
        parts = [
            words.title_of(decision) + ".",
            _follows(decision),
            str(Clause(decision.clause).label) if decision.clause else "",
            decision.reason,
            _page(reverse("review:about_me_one", args=[decision.pk])),
        ]
        _send(case.author, words.title_of(decision), parts, f"decision.{decision.pk}")


def write_of_penalty(penalty: Penalty) -> None:
    """To whom it was imposed on, without a case. Expects `penalty.person`."""
    with override(penalty.person.language or None):
        title = terms.title_of(f"{penalty.measure}-began")
        told = pgettext("mail", "What you can do now: %(page)s")
        page = told % {"page": settings.ORIGIN + reverse("review:about_me")}
        parts = [f"{title}.", _lasts(penalty), penalty.reason, page]
        _send(penalty.person, title, parts, f"penalty.{penalty.pk}")


def write_of_lift(penalty: Penalty, reason: str) -> None:
    """To whose penalty has ended before its time. Expects `penalty.person`."""
    with override(penalty.person.language or None):
        title = terms.title_of(f"{penalty.measure}-ended")
        _send(penalty.person, title, [f"{title}.", reason], f"penalty-lifted.{penalty.pk}")


def write_of_answer(appeal: Appeal) -> None:
    """To who appealed. Expects `appeal.by`."""
    with override(appeal.by.language or None):
        title = words.title_of_answer(appeal)
        page = _page(reverse("review:about_me_one", args=[appeal.decision_id]))
        _send(appeal.by, title, [f"{title}.", appeal.reason, page], f"appeal-answered.{appeal.pk}")


def write_of_hidden(case: Case) -> None:
    """To the author of what its flags have hidden. Expects `case.author`."""
    with override(case.author.language or None):
        title = words.title_of_hidden(case)
        parts = [f"{title}.", words.of_reason(case), words.what_to_do(case)]
        parts.append(_page(reverse("review:about_me_case", args=[case.pk])))
        _send(case.author, title, parts, f"case-hid.{case.pk}")


def _follows(decision: Decision) -> str:
    if decision.follows == Follows.WARNING:
        return pgettext("mail", "This is a warning.")
    return _lasts(decision.penalty) if decision.penalty else ""


def _lasts(penalty: Penalty) -> str:
    until = date_format(penalty.until, "DATETIME_FORMAT")
    if penalty.measure == Measure.SILENCE:
        return pgettext("mail", "You can read, but not write, until %(moment)s (UTC).") % {"moment": until}
    return pgettext("mail", "Your account is suspended until %(moment)s (UTC).") % {"moment": until}


def _page(path: str) -> str:
    told = pgettext("mail", "All of it, and how to appeal: %(page)s")
    return told % {"page": settings.ORIGIN + path}


def _send(to: User, subject: str, parts: list[str], about: str) -> None:
    if to.nature != Nature.PERSON:
        # Authors in archives, and Space itself, read no mail.
        return
    text = "\n\n".join(filter(None, parts))
    mail.send(to, subject=subject, text=text, thread=mail.Thread(about=about), language=to.language)
