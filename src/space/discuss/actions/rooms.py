"""Categories are made, changed, ordered and taken away. Every change stands in the log, an entry for each field."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.about import rewrite_about
from space.discuss.actions.indexing import index_category
from space.discuss.actions.turns import one_after_the_other
from space.discuss.arranging.words import TEXTS, code_of, said
from space.discuss.models import Audience, Category, Topic
from space.discuss.text import slug_of
from space.moderation.actions import record
from space.moderation.models import LogEntry
from space.search.indexing import forget
from space.web import versions

ROOMS = "rooms"
# Topics inside would keep the old ones.
_FOR_GOOD = {"audience", "group"}
# Whether its topics stand in the common lists follows from these.
_LISTS = {"kind", "suppressed_from_latest"}
# Of a text that somebody changed meanwhile.
_SHOWN = 200


@transaction.atomic
def make_category(slug: str, *, by: User, **fields: Any) -> Category:
    """A new one, at the end of those beside it; archives stay behind."""
    one_after_the_other(ROOMS)
    if Category.objects.for_actions().filter(slug=slug).exists():
        raise ValidationError(
            {"slug": pgettext_lazy("category", "Another category has this address. Choose other words.")}
        )
    category = _make(slug, by, fields)
    living = [one for one in _beside(category) if not one.is_archive and one.pk != category.pk]
    archives = [one for one in _beside(category) if one.is_archive]
    number([*living, category, *archives])
    return category


@transaction.atomic
def arrange_category(slug: str, *, by: User, **fields: Any) -> Category:
    """Make a category, or change it; what is not named stays as it is."""
    one_after_the_other(ROOMS)
    category = category_named(slug)
    if category is None:
        return _make(slug, by, fields)
    return change_category(category, by=by, **fields)


@transaction.atomic
def change_category(
    category: Category,
    *,
    by: User,
    seen: Mapping[str, Any] | None = None,
    about_too: bool = False,
    **fields: Any,
) -> Category:
    """Change what is named. Its audience cannot change here: topics inside would keep the old one.

    `seen` is what these fields said when somebody decided: who changes what others changed meanwhile is
    told, unless both chose the same. With `about_too` a new description becomes its About topic's first post.
    """
    one_after_the_other(ROOMS)
    category = _fresh(category)
    changed = {name: value for name, value in fields.items() if name not in _FOR_GOOD}
    _refuse_if_changed_since(category, seen or {}, changed)
    changed = {name: value for name, value in changed.items() if getattr(category, name) != value}
    if about_too and "description" in changed:
        rewrite_about(category, by=by, text=changed["description"])
    if changed:
        _change(category, by, changed)
    return category


@transaction.atomic
def place_category(category: Category, *, by: User, beside: Category, after: bool = False) -> Category:
    """Let it stand right before another of those beside it, or right after. Where it does already nothing changes."""
    one_after_the_other(ROOMS)
    category = _fresh(category)
    before = _beside(category)
    others = [one for one in before if one.pk != category.pk]
    if beside.pk not in {one.pk for one in others}:
        raise ValidationError(
            pgettext_lazy("category", "These two do not stand side by side any more. Look at them again."),
            code="moved",
        )
    at = [one.pk for one in others].index(beside.pk) + after
    wanted = [*others[:at], category, *others[at:]]
    if [one.pk for one in wanted] != [one.pk for one in before]:
        number(wanted)
        record(by, "category-placed", category, beside=beside.slug, after=int(after))
        versions.bump(ROOMS, versions.EVERYTHING)
    return category


@transaction.atomic
def delete_category(category: Category, *, by: User) -> None:
    """Take an empty category away. What was ever said in one stays, so one with topics stays too."""
    one_after_the_other(ROOMS)
    found = Category.objects.for_actions().select_for_update(of=("self",)).filter(pk=category.pk).first()
    if found is None:
        return
    if Topic.objects.for_actions().filter(category=found).exists() or found.children.exists():
        raise _not_empty()
    record(by, "category-deleted", found, found.name, slug=found.slug, audience=found.audience)
    forget("category", [found.pk])
    try:
        found.delete()
    except ProtectedError as error:
        raise _not_empty() from error
    versions.bump(ROOMS, versions.EVERYTHING)


def category_named(slug: str) -> Category | None:
    """A category by its slug, for commands: whoever runs them on the server may see all."""
    return Category.objects.for_actions().select_related("parent").filter(slug=slug).first()


def number(categories: list[Category]) -> None:
    """Let them stand in this order."""
    for position, category in enumerate(categories):
        if category.position != position:
            Category.objects.for_actions().filter(pk=category.pk).update(position=position)
            category.position = position


def _make(slug: str, by: User, fields: dict[str, Any]) -> Category:
    category = Category(slug=slug, **fields)
    if slug_of(slug.replace("_", "-")) != slug.replace("_", "-").lower():
        raise ValidationError(
            {"slug": pgettext_lazy("category", "An address has letters, digits and hyphens, nothing else.")}
        )
    _check(category)
    category.save()
    index_category(category)
    record(by, "category-made", category, slug=slug)
    versions.bump(ROOMS, f"category:{category.pk}", "lists")
    return category


def _change(category: Category, by: User, changed: dict[str, Any]) -> None:
    before = {name: (getattr(category, name), code_of(category, name)) for name in changed}
    for name, value in changed.items():
        setattr(category, name, value)
    _check(category)
    if _LISTS & changed.keys():
        _list_topics_of(category)
    category.save(update_fields=list(changed))
    index_category(category)
    if _LISTS & changed.keys():
        # Those that were begun since, before we had the category's row.
        _list_topics_of(category)
    for name, (value, code) in before.items():
        _record(category, by, name, value, code)
    # Rows and heads of its topics show its name; they know of the topic's version only.
    versions.bump(ROOMS, f"category:{category.pk}", "lists", versions.EVERYTHING)


def _record(category: Category, by: User, name: str, before: Any, code: str | int) -> None:
    if name in TEXTS:
        lines = (f"{sign} {text}" for sign, text in (("−", before), ("+", getattr(category, name))) if text)
        record(by, "category-changed", category, "\n".join(lines), field=name)
    else:
        record(by, "category-changed", category, field=name, old=code, new=code_of(category, name))


def _list_topics_of(category: Category) -> None:
    """Topics come before their category, as for everybody who writes: so nobody waits for each other."""
    topics = Topic.objects.for_actions().filter(category=category)
    wrong = topics.filter(listed=False, unlisted=False) if category.in_latest else topics.filter(listed=True)
    wrong.update(listed=category.in_latest)


def _fresh(category: Category) -> Category:
    found = Category.objects.for_actions().select_related("parent").filter(pk=category.pk).first()
    if found is None:
        raise ValidationError(pgettext_lazy("category", "This category is gone."), code="gone")
    return found


def _beside(category: Category) -> list[Category]:
    return list(Category.objects.for_actions().filter(parent=category.parent_id).order_by("position", "name"))


def _check(category: Category) -> None:
    if category.parent_id:
        # As it stands now, whatever the one looked like that was chosen.
        _check_parent(category, _fresh(Category(pk=category.parent_id)))
    category.full_clean(exclude={"slug"})


def _check_parent(category: Category, parent: Category) -> None:
    if category.pk and category.children.exists():
        text = pgettext_lazy("category", "Other categories stand below this one, so it stays at the top.")
        raise ValidationError({"parent": ValidationError(text, code="too_deep")})
    if parent.parent_id or parent.pk == category.pk:
        text = pgettext_lazy(
            "category", "Categories have two levels. Choose a category that stands at the top."
        )
        raise ValidationError({"parent": ValidationError(text, code="too_deep")})
    if not _is_seen_by_all_who_see(parent, category):
        text = pgettext_lazy(
            "category", "Some who see this category do not see that one, so it cannot stand below it."
        )
        raise ValidationError({"parent": ValidationError(text, code="hidden")})


def _is_seen_by_all_who_see(parent: Category, category: Category) -> bool:
    if parent.audience == Audience.PUBLIC:
        return True
    if parent.audience == Audience.MEMBERS:
        return category.audience != Audience.PUBLIC
    return parent.group_id == category.group_id


def _refuse_if_changed_since(category: Category, seen: Mapping[str, Any], wanted: dict[str, Any]) -> None:
    errors = {}
    for name, value in wanted.items():
        now = getattr(category, name)
        if name in seen and now not in (seen[name], value):
            errors[name] = _changed_meanwhile(category, name)
    if errors:
        raise ValidationError(errors)


def _changed_meanwhile(category: Category, name: str) -> ValidationError:
    entries = LogEntry.objects.filter(thing_kind=category._meta.label_lower, thing_id=category.pk)
    last = entries.filter(codes__field=name).select_related("by").order_by("-pk").first()
    text = pgettext(
        "category",
        "%(name)s changed this after you opened the page. It says “%(value)s” now. Decide again.",
    )
    params = {
        "name": f"\u2068{last.by.name if last else '?'}\u2069",
        "value": f"\u2068{said(name, code_of(category, name))[:_SHOWN]}\u2069",
    }
    return ValidationError(text, code="changed", params=params)


def _not_empty() -> ValidationError:
    return ValidationError(
        pgettext_lazy(
            "category",
            "This category is not empty, so it stays. Close it to new topics if nothing more should come.",
        ),
        code="not_empty",
    )
