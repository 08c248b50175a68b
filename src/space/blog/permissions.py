"""Who may do what with stories. Rules ask the database nothing: the reader carries its roles, and a story its
authors and its original (`for_desk`)."""

from datetime import timedelta

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.blog.models import Edition, Note, Stage, Story
from space.blog.steps import Step, Who
from space.discuss.permissions import GROUP_CLOSED, can_write
from space.groups.models import Office
from space.groups.standing import belongs, holds, is_quiet, led
from space.kit.rules import Refusal, Verdict, first_refusal
from space.limits.actions import Limit
from space.uploads.permissions import can_upload

# How often somebody can look up a picture of Commons, search there, and be shown one of those that were found.
COMMONS_LOOKS = Limit("commons", 60, timedelta(hours=1))
COMMONS_SEARCHES = Limit("commons-search", 60, timedelta(hours=1))
COMMONS_THUMBS = Limit("commons-thumbs", 720, timedelta(hours=1))

_NOT_YOURS = Refusal(pgettext_lazy("refusal", "Only its authors can do that."))
_NOT_A_REVIEWER = Refusal(
    pgettext_lazy("refusal", "Only people who review stories in this language can do that.")
)
_NOT_ON_THE_BOARD = Refusal(pgettext_lazy("refusal", "Only the editorial board can do that."))

_NOT_INSIDE = Refusal(
    pgettext_lazy("refusal", "This story is for members of its group: they alone write and translate it.")
)
_NOT_LEADING = Refusal(
    pgettext_lazy("refusal", "Only owners and moderators of the group decide about its stories.")
)
_NOT_OF_THE_BLOG = Refusal(
    pgettext_lazy("refusal", "What is written for a group does not stand in the Blog.")
)

A_SECOND_READER = Refusal(
    pgettext_lazy("refusal", "A second reader of the language has to approve what you translated.")
)


def is_author(reader: Reader, story: Story) -> bool:
    """Or who handed it in."""
    return reader.is_member and reader.pk in {story.by_id, *(one.person_id for one in story.authors.all())}


def is_on_the_board(reader: Reader) -> bool:
    return holds(reader, Office.EDITORS)


def reviews(reader: Reader, language: str) -> bool:
    """Whether they review what is written in this language. The board does in every one."""
    return is_on_the_board(reader) or (
        reader.is_member and language in (reader.carries.get("reviewer_of") or ())
    )


def can_work_on(reader: Reader, story: Story) -> Verdict:
    """What is written for a group is for who belongs to it, and rests where nobody writes there any more."""
    group = story.group_id
    if group is None:
        return can_write(reader)
    inside: Verdict = True if belongs(reader, group) else _NOT_INSIDE
    return first_refusal(can_write(reader), inside, GROUP_CLOSED if is_quiet(reader, group) else True)


def decides(reader: Reader, story: Story) -> bool:
    """Whether they publish it: the editorial board; of what is written for a group its owners and moderators."""
    return story.group_id in led(reader) if story.group_id else is_on_the_board(reader)


def looks_after(reader: Reader, story: Story, language: str) -> bool:
    """Whether they review it in this language; of what is written for a group, as who decides about it."""
    return decides(reader, story) if story.group_id else reviews(reader, language)


def can_ask_commons(reader: Reader) -> Verdict:
    """Look a picture up, or search for one: who may bring it into a story."""
    return first_refusal(can_begin(reader), can_upload(reader))


def can_look_in(reader: Reader) -> Verdict:
    """The newsroom is open to everybody who takes part."""
    if reader.is_member:
        return True
    return Refusal(pgettext_lazy("refusal", "The newsroom is for members. What is published, you can read."))


def can_begin(reader: Reader) -> Verdict:
    """Everybody who may write may hand in a story."""
    return can_write(reader)


def can_take(reader: Reader, story: Story, step: Step) -> Verdict:
    """Whether this person is one who takes this step. Whether the story is there, the action says."""
    return first_refusal(can_work_on(reader, story), _is_one_of(reader, story, step))


def _is_one_of(reader: Reader, story: Story, step: Step) -> Verdict:
    if Who.AUTHORS in step.who and is_author(reader, story):
        return True
    if Who.REVIEWERS in step.who and looks_after(reader, story, story.language):
        return True
    if Who.BOARD in step.who and decides(reader, story):
        return True
    if story.group_id:
        return _NOT_YOURS if step.who <= {Who.AUTHORS, Who.CLOCK} else _NOT_LEADING
    if Who.REVIEWERS in step.who:
        return _NOT_A_REVIEWER
    return _NOT_ON_THE_BOARD if Who.BOARD in step.who else _NOT_YOURS


def can_improve(reader: Reader, edition: Edition) -> Verdict:
    """Change the words of an edition. Expects its story. What is published changes for readers by a correction."""
    story = edition.story
    verdict = can_work_on(reader, story)
    if not verdict or is_author(reader, story) or looks_after(reader, story, edition.language):
        return verdict
    if story.shared_at is None or story.stage in (Stage.DECLINED, Stage.WITHDRAWN):
        return _NOT_YOURS
    if story.stage == Stage.PUBLISHED and edition.shown_id and reader.trust < Trust.BASIC:
        return Refusal(
            pgettext_lazy(
                "refusal", "You can help with published stories once you have been here a little longer."
            )
        )
    return True


def can_describe(reader: Reader, story: Story) -> Verdict:
    """Change what stands around the text: authors, lead picture, tags, regions, the wanted day."""
    verdict = can_work_on(reader, story)
    if not verdict or is_author(reader, story) or looks_after(reader, story, story.language):
        return verdict
    return _NOT_YOURS


def can_credit(reader: Reader, original: Edition) -> Verdict:
    """Say whose a picture is. Readers see it at once, so of a published story its authors and reviewers do. Expects
    its story."""
    verdict = can_improve(reader, original)
    return can_describe(reader, original.story) if verdict and original.story.is_published else verdict


def can_choose_lead(reader: Reader, story: Story) -> Verdict:
    """The picture over it. What readers see already, its reviewers change: a correction says what it shows."""
    verdict = can_describe(reader, story)
    if verdict and story.is_published and not looks_after(reader, story, story.language):
        return _NOT_LEADING if story.group_id else _NOT_A_REVIEWER
    return verdict


def can_claim(reader: Reader, story: Story) -> Verdict:
    """Become its reviewer: who reviews its language, but for its authors; in a group any other member."""
    verdict = can_work_on(reader, story)
    if not verdict:
        return verdict
    if is_author(reader, story):
        return Refusal(pgettext_lazy("refusal", "Somebody else has to review what you wrote."))
    return True if story.group_id else _reviews_its_language(reader, story)


def _reviews_its_language(reader: Reader, story: Story) -> Verdict:
    return True if reviews(reader, story.language) else _NOT_A_REVIEWER


def can_tick(reader: Reader, story: Story) -> Verdict:
    """Say that a point of the checklist is well."""
    return can_claim(reader, story)


def can_leave(reader: Reader, story: Story) -> Verdict:
    """Give a review back: who has it; the board for somebody who is away."""
    verdict = can_work_on(reader, story)
    if not verdict or reader.pk == story.reviewer_id or decides(reader, story):
        return verdict
    if story.group_id:
        return _NOT_LEADING
    return Refusal(pgettext_lazy("refusal", "Only its reviewer and the editorial board can do that."))


def can_resolve(reader: Reader, story: Story, note: Note) -> Verdict:
    """Say that a note is done with: who wrote it, the authors, and who reviews. Expects its post."""
    verdict = can_work_on(reader, story)
    if not verdict or reader.pk == note.post.author_id or is_author(reader, story):
        return verdict
    return verdict if looks_after(reader, story, note.edition.language) else _NOT_A_REVIEWER


def can_see_numbers(reader: Reader) -> Verdict:
    """What the board knows of its own work."""
    return True if is_on_the_board(reader) or reader.is_administrator else _NOT_ON_THE_BOARD


def can_translate(reader: Reader, story: Story) -> Verdict:
    """Begin a translation, or wish for one: any member, of a published story."""
    if story.stage != Stage.PUBLISHED:
        return Refusal(pgettext_lazy("refusal", "A story is translated once it is published."))
    return can_work_on(reader, story)


def can_approve(reader: Reader, edition: Edition) -> Verdict:
    """A second reader of the language: not who wrote any of it. Expects `writers`, the ids of who did."""
    verdict = can_work_on(reader, edition.story)
    if not verdict:
        return verdict
    if reader.pk in edition.writers:
        return A_SECOND_READER
    if edition.language in reader.languages or looks_after(reader, edition.story, edition.language):
        return True
    return Refusal(
        pgettext_lazy(
            "refusal",
            "Say in your preferences that you read this language; then you can approve translations in it.",
        )
    )


def can_appoint(reader: Reader) -> Verdict:
    """Give the roles of the newsroom."""
    if reader.is_administrator and not reader.is_silenced:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators can do that."))


def can_offer(reader: Reader, story: Story) -> Verdict:
    """Take a copy of what a group wrote out of it. Of other stories there is nothing to take out."""
    if story.group_id is None:
        return Refusal(pgettext_lazy("refusal", "This story is no group's: everybody can read it, or will."))
    if not story.is_published:
        return Refusal(
            pgettext_lazy("refusal", "First it is published in its group; then a copy can leave it.")
        )
    return first_refusal(can_work_on(reader, story), True if decides(reader, story) else _NOT_LEADING)


def can_feature(reader: Reader, story: Story) -> Verdict:
    if story.group_id:
        return _NOT_OF_THE_BLOG
    if is_on_the_board(reader):
        return can_write(reader)
    return _NOT_ON_THE_BOARD
