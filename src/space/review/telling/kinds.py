from space.notifications import causes, messages
from space.review.actions import telling
from space.review.telling import terms, words


def register() -> None:
    """Called once, when everything is there."""
    causes.register("decision", telling.of_decision)
    causes.register("appeal", telling.of_appeal)
    causes.register("case-hid", telling.of_hidden_case)
    causes.register("case-handed", telling.of_handed_case)
    causes.register("case-waits", telling.of_waiting_case)
    causes.register("appeal-waits", telling.of_waiting_appeal)
    causes.register("terms", telling.of_terms)
    messages.register("decision", words.of_decision, reaches_suspended=True)
    messages.register("terms", terms.of_terms, reaches_suspended=True)
    messages.register("flag-decided", words.of_flag)
    messages.register("appeal", words.of_appeal)
    messages.register("appeal-answered", words.of_answer, reaches_suspended=True)
    messages.register("case-hid", words.of_hidden_case, reaches_suspended=True)
    messages.register("case-handed", words.of_handed_case)
    messages.register("case-waits", words.of_waiting_case)
    messages.register("appeal-waits", words.of_waiting_appeal)
