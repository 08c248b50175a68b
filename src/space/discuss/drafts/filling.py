"""A draft stands in the form again when one comes back to it."""

import json
from datetime import datetime
from typing import Any

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat, JSONObject

from space.accounts.readers import Reader
from space.discuss.drafts.purposes import Purpose
from space.discuss.models import Draft


def draft_for(purpose: Purpose, reader: Reader) -> Draft | None:
    """What this reader has begun there, if anything."""
    return Draft.objects.visible_to(reader).kept().filter(key=purpose.key).first()


def of_topic(reader: Reader) -> Subquery:
    """For a query of topics: this reader's draft of a reply, as `read` understands it."""
    key = Concat(Value("reply-"), Cast(OuterRef("pk"), CharField()))
    mine = Draft.objects.visible_to(reader).kept().filter(key=key)
    return Subquery(mine.values(found=JSONObject(data="data", version="version", at="at"))[:1])


def read(column: str | None) -> Draft | None:
    if column is None:
        return None
    found = json.loads(column)
    return Draft(data=found["data"], version=found["version"], at=datetime.fromisoformat(found["at"]))


def filled(draft: Draft | None, given: dict[str, Any]) -> dict[str, Any]:
    """What a form begins with: what the address gives it, and over that what was begun."""
    return given if draft is None else {**given, **draft.data, "draft": draft.version}
