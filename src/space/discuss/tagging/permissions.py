"""Who may do what with tags. Rules ask the database nothing."""

from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import TagGroup
from space.discuss.tagging.numbers import NEW_TAGS_TRUST
from space.discuss.trust_words import how
from space.kit.rules import Refusal, Verdict


def can_arrange_tags(reader: Reader) -> Verdict:
    if reader.is_moderator:
        return True
    return Refusal(
        pgettext_lazy("refusal", "Only administrators and moderators of the whole place change tags.")
    )


def can_make_tags(reader: Reader) -> Verdict:
    """Put a tag on a topic that is not known here yet."""
    wanted = int(NEW_TAGS_TRUST())
    if reader.trust >= wanted or reader.is_moderator:
        return True
    words = pgettext_lazy("refusal", "Making a new tag takes the trust “{trust}”. {how}")
    return Refusal(format_lazy(words, trust=Trust(wanted).label, how=how(wanted)))


def can_use_tags(reader: Reader, group: TagGroup) -> Verdict:
    """Put a tag of this group on a topic."""
    if reader.trust >= group.trust or reader.is_moderator:
        return True
    words = pgettext_lazy("refusal", "Using tags of “{group}” takes the trust “{trust}”. {how}")
    return Refusal(format_lazy(words, group=group.name, trust=Trust(group.trust).label, how=how(group.trust)))
