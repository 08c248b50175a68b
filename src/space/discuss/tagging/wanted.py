"""Tags that somebody wants on a topic: which are meant, and what to say where they cannot be."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.discuss.models import Tag
from space.discuss.tagging.known import known_tags
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.discuss.tagging.permissions import can_make_tags, can_use_tags
from space.kit.fields import one_line
from space.kit.rules import Refusal
from space.languages import listed

LONGEST = 60
_COMMAS = re.compile("[,،、，；;]")
_NOT_IN_A_TAG = re.compile(r"""[/\\?#%<>"&;,،、，；]""")
# So many that are alike are offered for one that is not known.
_ALIKE = 3


def tags_wanted(typed: str, reader: Reader, has: Iterable[str] = ()) -> list[str]:
    """The names of the tags that are meant by words with commas between them.

    Synonyms become what they stand for. Raises a ValidationError that says of each what is wrong. What a topic
    `has` may stay, whoever put it there.
    """
    words, has = _words(typed), frozenset(has)
    _refuse_too_many(words, had=len(has))
    found = Tag.objects.visible_to(reader).filter(name__in=words)
    known = {tag.name: tag.stands_for or tag for tag in found.select_related("stands_for__group", "group")}
    tags = {tag.name: tag for word in words if (tag := known.get(word))}
    unknown = [word for word in words if word not in known]
    errors = [
        *_not_known([word for word in unknown if word not in has], reader),
        *_not_for(reader, [tag for tag in tags.values() if tag.name not in has]),
        *_only_one(list(tags.values()), has),
    ]
    if errors:
        raise ValidationError(errors)
    return list(dict.fromkeys(known[word].name if word in known else word for word in words))


def _words(typed: str) -> list[str]:
    return list(dict.fromkeys(filter(None, (tag_name(word) for word in _COMMAS.split(typed)))))


def tag_name(word: str) -> str:
    """The word as a tag: lower case, and without what has a meaning in addresses."""
    return one_line(_NOT_IN_A_TAG.sub("", word.lower())).strip(".-")[:LONGEST].strip()


def _refuse_too_many(words: list[str], *, had: int) -> None:
    most = TAGS_A_TOPIC()
    if len(words) > max(most, had):
        text = npgettext(
            "tags",
            "A topic carries at most %(n)d tag. Take some away.",
            "A topic carries at most %(n)d tags. Take some away.",
            most,
        )
        raise ValidationError(text, code="too_many_tags", params={"n": most})


def _not_known(words: list[str], reader: Reader) -> list[ValidationError]:
    verdict = can_make_tags(reader)
    if not isinstance(verdict, Refusal):
        return []
    told = [_unknown(word, alike(word)) for word in words]
    return [*told, ValidationError(str(verdict.reason), code="new_tags")] if told else []


def _unknown(word: str, others: Sequence[str]) -> ValidationError:
    if others:
        text = pgettext("tags", "“%(tag)s” is no tag here yet. Did you mean %(others)s?")
    else:
        text = pgettext("tags", "“%(tag)s” is no tag here yet.")
    named = listed(f"\u2068{name}\u2069" for name in others)
    return ValidationError(text, code="unknown_tag", params={"tag": word, "others": named})


def alike(word: str) -> list[str]:
    """Known tags that may have been meant: said nearly the same, as they are or by a synonym, then begun alike."""
    names = {name: tag.name for tag in known_tags.get() for name in (tag.name, *tag.synonyms)}
    near = get_close_matches(word, names, _ALIKE, cutoff=0.7)
    begun = [name for name in names if name.startswith(word) or (len(name) > 2 and word.startswith(name))]
    return list(dict.fromkeys(names[name] for name in (*near, *begun)))[:_ALIKE]


def _not_for(reader: Reader, tags: list[Tag]) -> list[ValidationError]:
    verdicts = {tag.group_id: can_use_tags(reader, tag.group) for tag in tags if tag.group}
    refused = [verdict for verdict in verdicts.values() if isinstance(verdict, Refusal)]
    return [ValidationError(str(verdict.reason), code="tag_group") for verdict in refused]


def _only_one(tags: list[Tag], has: frozenset[str]) -> list[ValidationError]:
    """Of some groups a topic carries one tag alone, as of regions. Several that it has already may stay."""
    groups = {tag.group_id: tag.group for tag in tags if tag.group and tag.group.one_a_topic}
    told = []
    for pk, group in groups.items():
        names = [tag.name for tag in tags if tag.group_id == pk]
        if len(names) > 1 and not has.issuperset(names):
            text = pgettext("tags", "A topic carries one tag of “%(group)s”. Choose between %(tags)s.")
            params = {"group": group.name, "tags": listed(f"\u2068{name}\u2069" for name in names)}
            told.append(ValidationError(text, code="one_a_topic", params=params))
    return told
