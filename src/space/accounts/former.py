"""Who had a name before: old addresses and old habits lead to them, where nobody else has the name now."""

from collections.abc import Collection

from space.accounts.models import FormerName, User


def now_called(name: str) -> User | None:
    """Who had this name; the name itself is not looked for."""
    former = FormerName.objects.select_related("person").filter(name=name).first()
    return former.person if former else None


def formerly(names: Collection[str]) -> dict[str, User]:
    """Who had these names, by them, as far as they can be written to."""
    if not names:
        return {}
    found = FormerName.objects.filter(name__in=names, person__is_active=True).select_related("person")
    return {former.name: former.person for former in found}
