"""Tags of the demo are introduced, and categories say what they are for. What is there already stays as it is."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from space.accounts.models import User
from space.discuss.actions import add_synonym, make_about, make_tag, make_tag_group
from space.discuss.models import Category, Tag, TagGroup
from space.kit import clock
from space.pages.demo.cast import TagsTogether, Word


def introduce(groups: Iterable[TagsTogether], tags: Iterable[Word], *, by: User) -> None:
    """By an administrator, so that people of any trust use them."""
    there = {group.name: group for group in TagGroup.objects.all()}
    made = {
        group.name: there.get(group.name)
        or make_tag_group(
            group.name,
            by=by,
            description=group.about,
            one_a_topic=group.one_a_topic,
            trust=group.trust,
        )
        for group in groups
    }
    for word in tags:
        if not Tag.objects.filter(name=word.name, introduced=True).exists():
            tag = make_tag(word.name, by=by, description=word.about, group=made[word.group])
            for other in word.also:
                add_synonym(tag, other, by=by)


def tell_what_for(categories: Iterable[Category], *, by: User, at: datetime) -> None:
    """One after the other: nobody starts two topics in the same second."""
    for number, category in enumerate(categories, start=1):
        with clock.at(at + timedelta(hours=number)):
            make_about(category, by=by)
