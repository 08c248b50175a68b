"""Who looks after this place: how much waits for them comes with their session, and offices open the team's room."""

from space.accounts import readers
from space.groups.offices import appointed, office_changed
from space.review.actions.team import open_team_room, settle_in_team
from space.review.models.counted import waiting


def watch_offices() -> None:
    """Called once, when everything is there."""
    readers.carry("cases_waiting", waiting)
    office_changed.connect(settle_in_team, dispatch_uid="review.team")
    appointed.connect(open_team_room, dispatch_uid="review.team_room")
