"""No code of the log without a sentence for it."""

import ast
import re

from tests.architecture.sources import SPACE, python_files

from space.discuss.models import Did as TopicDid
from space.membership.models import Did as GroupDid
from space.membership.models import Outcome as Answer
from space.moderation.models import Measure
from space.review.log.acts import ACTS, is_told_elsewhere
from space.review.models import Outcome
from space.web.icons import known

# What stands in the place of a name in a code. The steps of stories and events are told elsewhere.
MADE_UP = {
    # That posts came from elsewhere is told where they left; that a topic goes on elsewhere, where it was closed.
    "topic-*": [f"topic-{did}" for did in TopicDid if did not in (TopicDid.JOINED, TopicDid.CONTINUED)],
    "group-*": [
        f"group-{did}" for did in (GroupDid.CLOSED, GroupDid.REOPENED, GroupDid.DELETED, GroupDid.KEPT)
    ],
    "group-proposal-*": [f"group-proposal-{one}" for one in (Answer.ACCEPTED, Answer.DECLINED)],
    "*-began": [f"{measure}-began" for measure in Measure],
    "*-ended": [f"{measure}-ended" for measure in Measure],
    "appeal-*": [f"appeal-{outcome}" for outcome in Outcome if outcome],
    "story-*": [],
    "event-*": [],
}
# Actions that hand a code on to `record`.
HANDED_ON = {"discuss/actions/deleting.py": ["post-deleted", "post-restored"]}


def codes_of(node, file):
    match node:
        case ast.Constant():
            return [node.value]
        case ast.IfExp():
            return codes_of(node.body, file) + codes_of(node.orelse, file)
        case ast.JoinedStr():
            pattern = "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
            return MADE_UP[pattern]
        case ast.Name():
            return HANDED_ON[file]
    raise AssertionError(f"{file}: what does this record? {ast.dump(node)}")


def all_codes():
    for path in python_files():
        file = path.relative_to(SPACE).as_posix()
        text = path.read_text()
        if not re.search(r"moderation\.actions import .*\brecord\b|def record\(", text):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                yield from codes_of(node.args[1], file)


def test_every_code_that_is_recorded_has_a_sentence_or_is_told_elsewhere():
    codes = set(all_codes())
    assert {code for code in codes if code not in ACTS and not is_told_elsewhere(code)} == set()
    assert {"post-deleted", "case-decided", "topic-closed", "silence-began", "setting-changed"} <= codes


def test_no_sentence_is_there_twice_or_for_nothing():
    assert set(ACTS) - set(all_codes()) == {"group-idle"}
    sentences = [str(act.says) for act in ACTS.values()]
    assert len(set(sentences)) == len(sentences)
    assert {act.icon for act in ACTS.values()} <= known()
