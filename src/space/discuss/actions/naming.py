"""Whom a post names: people, and groups whose members are called."""

from space.accounts.models import User
from space.discuss.models import GroupMention, Mention, Post
from space.discuss.text import Text
from space.groups.naming import callable_by


def keep_names(post: Post, text: Text, *, by: User, is_new: bool = True) -> bool:
    """Says whether it names anybody whom it did not name before. Who may not call a group has named it all the same."""
    people, groups = set(text.named), set()
    if text.groups:
        groups = set(callable_by(by, text.groups, text.among).values_list("pk", flat=True))
    before: set[int] = set()
    called: set[int] = set()
    if not is_new:
        post.mentions.exclude(person__in=people).delete()
        before = set(post.mentions.values_list("person", flat=True))
        called = set(post.groups_named.values_list("group", flat=True))
        post.groups_named.filter(group__in=called - set(text.groups)).delete()
    Mention.objects.bulk_create(
        [Mention(post=post, person_id=pk) for pk in text.named], ignore_conflicts=True
    )
    if groups - called:
        GroupMention.objects.bulk_create(
            [GroupMention(post=post, group_id=pk) for pk in sorted(groups - called)]
        )
    return not (before.issuperset(people) and called.issuperset(groups))
