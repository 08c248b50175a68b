"""What a person wants to hear of."""

from collections.abc import Collection

from django.db import transaction

from space.accounts.models import User
from space.notifications.kinds import Channel, all_kinds
from space.notifications.models import KindWish


@transaction.atomic
def wish(by: User, channel: Channel, kinds: Collection[str]) -> None:
    """By this channel the person wants these kinds, and no others. Only what differs from the usual is kept."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    KindWish.objects.filter(person=by, channel=channel).delete()
    KindWish.objects.bulk_create(
        KindWish(person=by, channel=channel, kind=kind.name, wanted=kind.name in kinds)
        for kind in all_kinds()
        if (kind.name in kinds) != (channel in kind.channels)
    )
