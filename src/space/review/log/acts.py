"""A sentence for each code of the log. What is not about moderation is told elsewhere."""

from django.utils.translation import pgettext_lazy

from space.review.log.act import Act
from space.review.log.picture_acts import of_pictures
from space.review.models import Sort


def _of_cases() -> dict[str, Act]:
    sort = Sort.CASES
    return {
        "case-decided": Act(sort, pgettext_lazy("log", "What was flagged was decided"), "check"),
        "case-handed-on": Act(sort, pgettext_lazy("log", "A case was handed to the moderators"), "userGroup"),
        "flags-hid": Act(sort, pgettext_lazy("log", "A post was hidden because of its flags"), "flag"),
        "flags-hid-no-more": Act(
            sort, pgettext_lazy("log", "A post is shown again: nobody decided about its flags in time"), "eye"
        ),
        "flags-closed": Act(
            sort, pgettext_lazy("log", "A topic was closed for some hours because of many flags"), "lock"
        ),
        "warned": Act(sort, pgettext_lazy("log", "A person was warned"), "alert"),
    }


def _of_the_gate() -> dict[str, Act]:
    said = {
        "gate-held": (
            pgettext_lazy("log", "A rule holds what somebody wrote until a moderator looked at it"),
            "eyeClosed",
        ),
        "gate-flagged": (pgettext_lazy("log", "A rule put a flag on what somebody wrote"), "flag"),
        "gate-replaced": (pgettext_lazy("log", "Watched words were replaced"), "edit"),
        "held-taken-back": (
            pgettext_lazy("log", "What a rule held was taken back by who wrote it"),
            "undo",
        ),
        "word-watched": (pgettext_lazy("log", "A word is watched"), "add"),
        "word-changed": (pgettext_lazy("log", "A watched word was changed"), "edit"),
        "word-removed": (pgettext_lazy("log", "A word is watched no more"), "trash"),
    }
    return {code: Act(Sort.CASES, says, icon) for code, (says, icon) in said.items()}


def _of_appeals() -> dict[str, Act]:
    sort = Sort.APPEALS
    return {
        "appealed": Act(
            sort,
            pgettext_lazy("log", "Somebody appealed against a decision"),
            "speechBubbles",
            by_author=True,
        ),
        "appeal-upheld": Act(
            sort, pgettext_lazy("log", "After an appeal another moderator upheld a decision"), "check"
        ),
        "appeal-reversed": Act(
            sort, pgettext_lazy("log", "After an appeal another moderator undid a decision"), "undo"
        ),
    }


def _of_posts() -> dict[str, Act]:
    sort = Sort.POSTS
    return {
        "post-hidden": Act(sort, pgettext_lazy("log", "A post was hidden"), "eyeClosed"),
        "post-noted": Act(sort, pgettext_lazy("log", "A content note was put on a post"), "warning"),
        "post-note-removed": Act(sort, pgettext_lazy("log", "A content note was taken away"), "warning"),
        "post-shown": Act(sort, pgettext_lazy("log", "A post is shown again"), "eye"),
        "post-amended": Act(
            sort,
            pgettext_lazy("log", "A hidden post was changed by its author, and is shown again"),
            "edit",
            has_reason=False,
            by_author=True,
        ),
        "post-deleted": Act(sort, pgettext_lazy("log", "A post was deleted"), "trash"),
        "post-restored": Act(sort, pgettext_lazy("log", "A post was brought back"), "undo"),
        "post-edited": Act(sort, pgettext_lazy("log", "A post was edited by somebody else"), "edit"),
        "answer-not-for-group": Act(
            sort, pgettext_lazy("log", "A post no longer answers for the group that was asked"), "userGroup"
        ),
        "post-language": Act(sort, pgettext_lazy("log", "The language of a post was set"), "language"),
        "post-blanked": Act(
            sort,
            pgettext_lazy("log", "A message of an archive was blanked because somebody asked for it"),
            "trash",
            has_reason=False,
        ),
        "takedown-declined": Act(
            sort,
            pgettext_lazy("log", "A message of an archive stays, though somebody asked to blank it"),
            "check",
            has_reason=False,
        ),
        "version-hidden": Act(
            sort, pgettext_lazy("log", "An earlier version of a post was hidden"), "eyeClosed"
        ),
        "version-shown": Act(
            sort, pgettext_lazy("log", "An earlier version of a post is shown again"), "eye"
        ),
        "wiki-began": Act(sort, pgettext_lazy("log", "A post can be edited by everybody"), "edit"),
        "wiki-ended": Act(
            sort, pgettext_lazy("log", "A post can be edited by its author alone again"), "lock"
        ),
        "poll-changed": Act(sort, pgettext_lazy("log", "A poll was changed"), "edit"),
        "poll-closed": Act(sort, pgettext_lazy("log", "A poll was closed"), "lock"),
        "poll-reopened": Act(sort, pgettext_lazy("log", "A poll was opened again"), "unLock"),
    }


def _of_topics() -> dict[str, Act]:
    sort = Sort.TOPICS
    return {
        "topic-retitled": Act(sort, pgettext_lazy("log", "A topic got another title"), "edit"),
        "topic-moved": Act(sort, pgettext_lazy("log", "A topic was moved to another category"), "move"),
        "topic-retagged": Act(sort, pgettext_lazy("log", "A topic got other tags"), "tag"),
        "topic-pinned": Act(sort, pgettext_lazy("log", "A topic was pinned"), "pushPin"),
        "topic-unpinned": Act(sort, pgettext_lazy("log", "A topic is no longer pinned"), "pushPin"),
        "topic-unlisted": Act(sort, pgettext_lazy("log", "A topic was taken out of lists"), "eyeClosed"),
        "topic-listed": Act(sort, pgettext_lazy("log", "A topic was put back into lists"), "eye"),
        "topic-closed": Act(sort, pgettext_lazy("log", "A topic was closed"), "lock"),
        "topic-reopened": Act(sort, pgettext_lazy("log", "A topic was opened again"), "unLock"),
        "topic-slowed": Act(sort, pgettext_lazy("log", "A topic was slowed down"), "clock"),
        "topic-unslowed": Act(sort, pgettext_lazy("log", "A topic is no longer slowed down"), "clock"),
        "topic-timed": Act(
            sort, pgettext_lazy("log", "A topic closes or opens by itself at a set time"), "clock"
        ),
        "topic-untimed": Act(
            sort, pgettext_lazy("log", "A topic closes or opens by hand alone again"), "clock"
        ),
        "topic-answered": Act(sort, pgettext_lazy("log", "A post was chosen as the answer"), "success"),
        "topic-unanswered": Act(sort, pgettext_lazy("log", "A post is no longer the answer"), "undo"),
        "topic-parted": Act(
            sort, pgettext_lazy("log", "Posts of a topic were moved to another one"), "move", of_others=True
        ),
        "topic-split": Act(
            sort, pgettext_lazy("log", "Posts of a topic became a topic of their own"), "move", of_others=True
        ),
        "topic-merged": Act(
            sort,
            pgettext_lazy("log", "All posts of another topic went into this one"),
            "move",
            of_others=True,
        ),
        "topic-deleted": Act(sort, pgettext_lazy("log", "A topic was deleted"), "trash"),
        "topic-restored": Act(sort, pgettext_lazy("log", "A topic was brought back"), "undo"),
    }


def _of_people() -> dict[str, Act]:
    sort = Sort.PEOPLE
    return {
        "silence-began": Act(sort, pgettext_lazy("log", "A person was silenced"), "block"),
        "silence-ended": Act(sort, pgettext_lazy("log", "A silence was lifted"), "undo"),
        "suspension-began": Act(sort, pgettext_lazy("log", "A person was suspended"), "block"),
        "suspension-ended": Act(sort, pgettext_lazy("log", "A suspension was lifted"), "undo"),
        "limits-set": Act(sort, pgettext_lazy("log", "A person got limits of their own"), "clock"),
        "limits-lifted": Act(sort, pgettext_lazy("log", "The limits of a person are as everybody's"), "undo"),
        "approval-began": Act(
            sort, pgettext_lazy("log", "What a person writes waits for a moderator"), "eyeClosed"
        ),
        "approval-ended": Act(
            sort, pgettext_lazy("log", "What a person writes waits for a moderator no longer"), "undo"
        ),
        "trust-chosen": Act(
            sort, pgettext_lazy("log", "The trust of a person was set by hand"), "userAvatar"
        ),
        "let-in": Act(sort, pgettext_lazy("log", "A person was let in"), "check"),
        "made-to-wait": Act(
            sort, pgettext_lazy("log", "A new account waits: many were made from one address"), "clock"
        ),
        "not-let-in": Act(sort, pgettext_lazy("log", "A person was not let in"), "block"),
        "keys-taken": Act(
            sort, pgettext_lazy("log", "Lost passkeys and codes of a person were taken away"), "key"
        ),
        "reason-redacted": Act(sort, pgettext_lazy("log", "A reason was taken out of this log"), "eyeClosed"),
    }


def _of_groups() -> dict[str, Act]:
    sort = Sort.GROUPS
    return {
        "group-closed": Act(sort, pgettext_lazy("log", "A group was closed"), "lock"),
        "group-reopened": Act(sort, pgettext_lazy("log", "A group was opened again"), "unLock"),
        "group-deleted": Act(sort, pgettext_lazy("log", "A group was deleted"), "trash"),
        "group-kept": Act(sort, pgettext_lazy("log", "A group that was deleted stays"), "undo"),
        "group-story-copied": Act(
            sort, pgettext_lazy("log", "A copy of a story was taken out of a group"), "eye", has_reason=False
        ),
        "group-exported": Act(
            sort, pgettext_lazy("log", "A copy of a whole group was made"), "download", has_reason=False
        ),
        "group-idle": Act(
            sort, pgettext_lazy("log", "The owners of a group were told that it is idle"), "clock"
        ),
        "team-room-founded": Act(
            sort, pgettext_lazy("log", "Those who look after this place got a room of their own"), "userGroup"
        ),
        "group-visited": Act(
            sort, pgettext_lazy("log", "A moderator opened a closed group to read there for a while"), "eye"
        ),
        "message-opened": Act(
            sort,
            pgettext_lazy("log", "A moderator opened a private conversation to read it for a while"),
            "eye",
        ),
        "group-changed": Act(sort, pgettext_lazy("log", "A group was changed"), "edit"),
        "group-questions-began": Act(sort, pgettext_lazy("log", "A group takes questions now"), "help"),
        "group-questions-changed": Act(
            sort, pgettext_lazy("log", "What one can ask a group was changed"), "edit"
        ),
        "group-questions-ended": Act(sort, pgettext_lazy("log", "A group takes no more questions"), "help"),
        "group-role": Act(sort, pgettext_lazy("log", "Somebody got another role in a group"), "userGroup"),
        "group-member-removed": Act(sort, pgettext_lazy("log", "Somebody was taken out of a group"), "block"),
        "office-given": Act(sort, pgettext_lazy("log", "Somebody was appointed to the staff"), "userGroup"),
        "group-proposal-accepted": Act(
            sort, pgettext_lazy("log", "A new closed group was agreed to"), "check"
        ),
        "group-proposal-declined": Act(
            sort, pgettext_lazy("log", "A new closed group was declined"), "block"
        ),
    }


def _of_the_place() -> dict[str, Act]:
    said = {
        "setting-changed": (pgettext_lazy("log", "A setting was changed"), "settings"),
        "setting-reset": (pgettext_lazy("log", "A setting got its default back"), "undo"),
        "category-made": (pgettext_lazy("log", "A category was made"), "add"),
        "category-changed": (pgettext_lazy("log", "A category was changed"), "edit"),
        "category-placed": (pgettext_lazy("log", "A category was moved in the order"), "move"),
        "category-deleted": (pgettext_lazy("log", "A category was deleted"), "trash"),
        "moderator-appointed": (pgettext_lazy("log", "Somebody moderates a category"), "userGroup"),
        "moderator-dismissed": (pgettext_lazy("log", "Somebody moderates a category no longer"), "userGroup"),
        "moderators-appointed": (pgettext_lazy("log", "A group moderates a category"), "userGroup"),
        "moderators-dismissed": (pgettext_lazy("log", "A group moderates a category no longer"), "userGroup"),
        "about-chosen": (pgettext_lazy("log", "An About topic was chosen for a category"), "pushPin"),
        "about-dropped": (pgettext_lazy("log", "A category has no About topic any more"), "pushPin"),
        "tag-made": (pgettext_lazy("log", "A tag was made"), "tag"),
        "tag-renamed": (pgettext_lazy("log", "A tag was renamed"), "tag"),
        "tag-merged": (pgettext_lazy("log", "Two tags became one"), "tag"),
        "tag-changed": (pgettext_lazy("log", "A tag was changed"), "tag"),
        "tag-deleted": (pgettext_lazy("log", "A tag was deleted"), "tag"),
        "synonym-made": (pgettext_lazy("log", "A tag got another word"), "tag"),
        "synonym-dropped": (pgettext_lazy("log", "A tag lost another word"), "tag"),
        "tag-group-made": (pgettext_lazy("log", "A group of tags was made"), "tag"),
        "tag-group-changed": (pgettext_lazy("log", "A group of tags was changed"), "tag"),
        "tag-group-placed": (pgettext_lazy("log", "A group of tags was moved in the order"), "tag"),
        "tag-group-deleted": (pgettext_lazy("log", "A group of tags was deleted"), "tag"),
    }
    return {code: Act(Sort.PLACE, says, icon, has_reason=False) for code, (says, icon) in said.items()}


ACTS: dict[str, Act] = {
    **_of_cases(),
    **_of_the_gate(),
    **_of_appeals(),
    **_of_posts(),
    **_of_topics(),
    **of_pictures(),
    **_of_people(),
    **_of_groups(),
    **_of_the_place(),
}
# Codes that are no moderation, with all that begin like them: the newsroom, the calendar and each person's own pages
# tell them. What moderators write down for each other is nobody else's.
ELSEWHERE = (
    "story-", "board-", "reviewer-", "translation-", "event", "source-", "farewell-", "account-erased", "trust-grew",
    "note-", "answer-",
)  # fmt: skip


def is_told_elsewhere(code: str) -> bool:
    return code.startswith(ELSEWHERE)
