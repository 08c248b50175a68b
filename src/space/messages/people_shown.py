"""The people of a private conversation, as its page lists them."""

import sys
from typing import Any

from space.accounts.faces import face
from space.accounts.readers import Reader
from space.discuss.models import Participant, Topic


def rows_of(topic: Topic, reader: Reader) -> list[dict[str, Any]]:
    """In the order in which they came; with who may still agree that somebody sees what was said before."""
    found = (
        Participant.objects.still()
        .filter(topic=topic)
        .select_related("person", "group")
        .order_by("since", "pk")
    )
    rows = list(found)
    mine = next((one.since for one in rows if one.person_id == reader.pk), sys.maxsize)
    return [
        {
            "pk": one.person_id,
            "face": vars(face(one.person_id, one.person.name, one.person.picture)),
            "is_me": one.person_id == reader.pk,
            "began": one.person_id == topic.author_id,
            "since": one.since if one.since > 1 else 0,
            "group": one.group.name if one.group and one.group_id in reader.groups else "",
            "can_agree": mine < one.since and reader.pk not in one.agreed,
            "agreed": mine < one.since and reader.pk in one.agreed,
        }
        for one in rows
    ]
