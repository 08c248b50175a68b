"""Who may do what with stories. Rules ask the database nothing: the reader carries its roles, and a story its
authors and its original (`for_desk`)."""

from datetime import timedelta

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.blog.models import Edition, Note, Stage, Story
from space.blog.steps import Step, Who
from space.discuss.permissions import can_write
from space.groups.models import Office
from space.groups.standing import holds
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
    return first_refusal(can_write(reader), _is_one_of(reader, story, step))


def _is_one_of(reader: Reader, story: Story, step: Step) -> Verdict:
    language = story.language
    if Who.AUTHORS in step.who and is_author(reader, story):
        return True
    if Who.REVIEWERS in step.who and reviews(reader, language):
        return True
    if Who.BOARD in step.who and is_on_the_board(reader):
        return True
    if Who.REVIEWERS in step.who:
        return _NOT_A_REVIEWER
    return _NOT_ON_THE_BOARD if Who.BOARD in step.who else _NOT_YOURS


def can_improve(reader: Reader, edition: Edition) -> Verdict:
    """Change the words of an edition. Expects its story. What is published changes for readers by a correction."""
    story = edition.story
    verdict = can_write(reader)
    if not verdict or is_author(reader, story) or reviews(reader, edition.language):
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
    verdict = can_write(reader)
    if not verdict or is_author(reader, story) or reviews(reader, story.language):
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
    if verdict and story.is_published and not reviews(reader, story.language):
        return _NOT_A_REVIEWER
    return verdict


def can_claim(reader: Reader, story: Story) -> Verdict:
    """Become its reviewer: who reviews its language, but for its authors."""
    verdict = can_write(reader)
    if not verdict:
        return verdict
    if is_author(reader, story):
        return Refusal(pgettext_lazy("refusal", "Somebody else has to review what you wrote."))
    return True if reviews(reader, story.language) else _NOT_A_REVIEWER


def can_tick(reader: Reader, story: Story) -> Verdict:
    """Say that a point of the checklist is well."""
    return can_claim(reader, story)


def can_leave(reader: Reader, story: Story) -> Verdict:
    """Give a review back: who has it; the board for somebody who is away."""
    verdict = can_write(reader)
    if not verdict or reader.pk == story.reviewer_id or is_on_the_board(reader):
        return verdict
    return Refusal(pgettext_lazy("refusal", "Only its reviewer and the editorial board can do that."))


def can_resolve(reader: Reader, story: Story, note: Note) -> Verdict:
    """Say that a note is done with: who wrote it, the authors, and who reviews. Expects its post."""
    verdict = can_write(reader)
    if not verdict or reader.pk == note.post.author_id or is_author(reader, story):
        return verdict
    return verdict if reviews(reader, note.edition.language) else _NOT_A_REVIEWER


def can_see_numbers(reader: Reader) -> Verdict:
    """What the board knows of its own work."""
    return True if is_on_the_board(reader) or reader.is_administrator else _NOT_ON_THE_BOARD


def can_translate(reader: Reader, story: Story) -> Verdict:
    """Begin a translation, or wish for one: any member, of a published story."""
    if story.stage != Stage.PUBLISHED:
        return Refusal(pgettext_lazy("refusal", "A story is translated once it is published."))
    return can_write(reader)


def can_approve(reader: Reader, edition: Edition) -> Verdict:
    """A second reader of the language: not who wrote any of it. Expects `writers`, the ids of who did."""
    verdict = can_write(reader)
    if not verdict:
        return verdict
    if reader.pk in edition.writers:
        return A_SECOND_READER
    if edition.language in reader.languages or reviews(reader, edition.language):
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


def can_feature(reader: Reader) -> Verdict:
    if is_on_the_board(reader):
        return can_write(reader)
    return _NOT_ON_THE_BOARD
