"""What stands beside the text of a post passes the gate as well: its poll, its note, the title of its topic."""

from dataclasses import replace

from space.accounts import sayings
from space.accounts.models import User
from space.accounts.sayings import Saying
from space.discuss.gates import BETWEEN_THEM, Passed, Writing, pass_gates
from space.discuss.models import Post, Topic
from space.discuss.polls.plan import PollPlan
from space.discuss.text import Text
from space.markup import Rendered

_LONGEST = 255
_SAID_AT_ONCE = {"reason": 2000, "title": _LONGEST}


def words_of_poll(plan: PollPlan | None) -> dict[str, str]:
    if plan is None:
        return {}
    options = {f"option-{place}": said for place, said in enumerate(plan.options)}
    return {"question": plan.question, **options}


def passed_poll(plan: PollPlan, passed: Passed) -> PollPlan:
    """As it came through. What became longer is cut to what is kept."""
    said = {name: words[:_LONGEST] for name, words in passed.beside.items()}
    options = tuple(said.get(f"option-{place}", one) for place, one in enumerate(plan.options))
    return replace(plan, question=said.get("question", plan.question), options=options)


def ask_about_poll(post: Post, plan: PollPlan, *, by: User) -> Passed:
    """Of a poll that is there, and is changed. Raises what a gate refuses with."""
    text = Text("", post.language, Rendered("", ""), ())
    beside = words_of_poll(plan)
    return pass_gates(Writing(by, text, post.topic.audience, before=post, beside=beside))


def passed_title(topic: Topic, title: str, *, by: User) -> str:
    """The title that a topic can have now: a new one may wait, and the old one stays until then."""
    saying = Saying(by, topic, "title", {"title": title}, {"title": topic.title}, topic.language)
    return _passed(saying, topic)["title"][:_LONGEST]


def passed_note(post: Post, note: str, language: str, *, by: User) -> str:
    """The note behind which a post can be folded now."""
    before = {"note": post.content_note}
    return _passed(Saying(by, post, "note", {"note": note}, before, language), post.topic)["note"]


def passed_at_once(topic: Topic, *, by: User, **words: str) -> dict[str, str]:
    """What is said with a change of a topic, and stands at once: why, and what the new one is called."""
    if topic.audience in BETWEEN_THEM:
        return words
    said = sayings.pass_at_once(words, "topic-reason", by=by, of=topic, language=topic.language)
    return {name: now[: _SAID_AT_ONCE[name]] for name, now in said.items()}


def _passed(saying: Saying, topic: Topic) -> dict[str, str]:
    return dict(saying.words) if topic.audience in BETWEEN_THEM else sayings.pass_gates(saying)
