"""The words of what people are told of decisions, made when they are read."""

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.notifications.kinds import Said
from space.review.models import Appeal, Case, Clause, Decision, Did, Flag, Outcome, Why
from space.review.things import PERSON, PICTURES

_ABOUT_YOU = pgettext_lazy("why", "It is about yourself.")
_YOU_LOOK_AFTER = pgettext_lazy("why", "You look after this place, or this part of it.")
_DID = {
    Did.HIDE: pgettext_lazy("notification", "A moderator has hidden what you wrote"),
    Did.DELETE: pgettext_lazy("notification", "A moderator has deleted what you wrote"),
    Did.ASK: pgettext_lazy("notification", "A moderator asks you to change what you wrote"),
    Did.CLOSE: pgettext_lazy("notification", "A moderator has closed a topic because of what you wrote"),
    Did.AGREE: pgettext_lazy("notification", "A moderator has decided about what you wrote"),
    Did.KEEP: pgettext_lazy("notification", "A moderator has looked at what you wrote: it stays"),
    Did.IGNORE: pgettext_lazy("notification", "A moderator has looked at what you wrote: it stays"),
    Did.REPLACE: pgettext_lazy("notification", "Some of your words were replaced by others"),
}
_STAYS = pgettext_lazy("notification", "A moderator has looked at a picture of yours: it stays")
_DID_PICTURE = {
    Did.HIDE: pgettext_lazy("notification", "A moderator has hidden a picture that you sent"),
    Did.AGREE: pgettext_lazy("notification", "A moderator has decided about a picture that you sent"),
    Did.KEEP: _STAYS,
    Did.IGNORE: _STAYS,
}
_DID_PERSON = {
    Did.AGREE: pgettext_lazy("notification", "A moderator has decided about you"),
    Did.KEEP: pgettext_lazy("notification", "A moderator has looked at your page: it stays"),
    Did.IGNORE: pgettext_lazy("notification", "A moderator has looked at your page: it stays"),
}
_DONE = {
    Did.HIDE: pgettext_lazy("flag", "It was hidden."),
    Did.DELETE: pgettext_lazy("flag", "It was deleted."),
    Did.ASK: pgettext_lazy("flag", "Its author is asked to change it."),
    Did.CLOSE: pgettext_lazy("flag", "The topic was closed."),
    Did.AGREE: pgettext_lazy("flag", "Something was done about it."),
    Did.KEEP: pgettext_lazy("flag", "It stays."),
    Did.IGNORE: pgettext_lazy("flag", "It stays."),
}
# Which part of the guidelines a flag means.
_CLAUSES = {
    Why.OFF_TOPIC: Clause.TOPIC,
    Why.INAPPROPRIATE: Clause.RESPECT,
    Why.SPAM: Clause.SPAM,
    Why.ILLEGAL: Clause.LAW,
    Why.ELSE: Clause.OTHER,
}


def title_of(decision: Decision) -> str:
    kind = decision.case.thing_kind
    if decision.case.is_held and decision.did in (Did.KEEP, Did.IGNORE):
        return pgettext("notification", "A moderator has looked at what you wrote: others can see it now")
    told = _DID_PICTURE if kind in PICTURES else _DID_PERSON if kind == PERSON else {}
    return str({**_DID, **told}[Did(decision.did)])


def title_of_answer(appeal: Appeal) -> str:
    if appeal.outcome == Outcome.REVERSED:
        return pgettext("notification", "Your appeal was right: the decision is undone")
    return pgettext("notification", "Your appeal was answered: the decision stays")


def title_of_hidden(case: Case) -> str:
    if case.thing_kind in PICTURES:
        return pgettext(
            "notification", "A picture that you sent was flagged by several people and is hidden for now"
        )
    return pgettext("notification", "What you wrote was flagged by several people and is hidden for now")


def title_of_held() -> str:
    return pgettext("notification", "What you wrote waits until a moderator has looked at it")


def title_of_taken_back() -> str:
    return pgettext("held", "You took back what you wrote")


def title_of_amended() -> str:
    return pgettext(
        "notification", "You changed what was flagged: it is seen again, and a moderator will look at it"
    )


def for_flagger(decision: Decision) -> str:
    """What was done about a thing, for who flagged it: nothing of what follows for its author."""
    return str(_DONE[Did(decision.did)])


def clause_of(case: Case) -> str:
    """The guideline that most of its flags name."""
    why = case.main_reason()
    return str(_CLAUSES[Why(why)].label) if why else ""


def of_reason(case: Case) -> str:
    clause = clause_of(case)
    return (
        pgettext("notification", "The guideline they name: %(clause)s.") % {"clause": clause}
        if clause
        else ""
    )


def what_to_do(case: Case) -> str:
    if case.thing_kind in PICTURES:
        return pgettext(
            "notification",
            "A moderator looks at it; if nobody has decided after a while, it is seen again. "
            "You can tell the moderators why it should stay.",
        )
    return pgettext(
        "notification",
        "You can change it after ten minutes: then it is seen again. Or tell the moderators why it should stay.",
    )


def of_hidden_case(pk: int, reader: Reader) -> Said | None:
    """For the author, while nobody has decided."""
    case = Case.objects.about(reader).filter(pk=pk).first()
    if case is None:
        return None
    url = reverse("review:about_me_case", args=[pk])
    return Said(title_of_hidden(case), url, words=f"{of_reason(case)} {what_to_do(case)}", why=_ABOUT_YOU)


def of_decision(pk: int, reader: Reader) -> Said | None:
    """For the author."""
    decision = Decision.objects.filter(pk=pk, case__author=reader.pk).select_related("case").first()
    if decision is None:
        return None
    url = reverse("review:about_me_one", args=[pk])
    return Said(title_of(decision), url, words=decision.reason, why=_ABOUT_YOU)


def of_flag(pk: int, reader: Reader) -> Said | None:
    """For who flagged: what came of it."""
    flag = Flag.objects.filter(case__decisions=pk, by=reader.pk).first()
    if flag is None:
        return None
    if flag.agreed:
        text = pgettext(
            "notification", "You were right: something was done about what you flagged. Thank you"
        )
    else:
        text = pgettext(
            "notification", "Somebody has looked at what you flagged. It stays as it is. Thank you"
        )
    why = pgettext_lazy("why", "You flagged it.")
    return Said(text, reverse("review:my_flags"), why=why)


def of_appeal(pk: int, reader: Reader) -> Said | None:
    appeal = Appeal.objects.visible_to(reader).filter(pk=pk).first()
    if appeal is None or appeal.by_id == reader.pk:
        return None
    text = pgettext(
        "notification", "Somebody appeals against a decision. Another moderator has three days to answer"
    )
    return Said(text, reverse("review:appeal", args=[pk]), words=appeal.words, why=_YOU_LOOK_AFTER)


def of_answer(pk: int, reader: Reader) -> Said | None:
    appeal = Appeal.objects.visible_to(reader).filter(pk=pk, by=reader.pk).first()
    if appeal is None:
        return None
    url = reverse("review:about_me_one", args=[appeal.decision_id])
    return Said(title_of_answer(appeal), url, words=appeal.reason, why=_ABOUT_YOU)


def of_handed_case(pk: int, reader: Reader) -> Said | None:
    """For whom it was handed to, while it waits for them."""
    case = Case.objects.visible_to(reader).waiting().filter(pk=pk, claimed_by=reader.pk).first()
    if case is None:
        return None
    text = pgettext("notification", "Another moderator hands you a case: please look at it")
    return Said(text, reverse("review:case", args=[pk]), why=_YOU_LOOK_AFTER)


def of_waiting_case(pk: int, reader: Reader) -> Said | None:
    case = Case.objects.visible_to(reader).filter(pk=pk).first()
    if case is None:
        return None
    text = pgettext("notification", "Something that was flagged has waited for two days")
    return Said(text, reverse("review:case", args=[pk]), why=_YOU_LOOK_AFTER)


def of_waiting_appeal(pk: int, reader: Reader) -> Said | None:
    appeal = Appeal.objects.visible_to(reader).filter(pk=pk).first()
    if appeal is None:
        return None
    text = pgettext("notification", "An appeal has waited for two days: one day is left")
    return Said(text, reverse("review:appeal", args=[pk]), why=_YOU_LOOK_AFTER)
