"""To whom one could mean to write, by the letters typed so far."""

from django.utils.translation import pgettext

from space.accounts.faces import initial
from space.accounts.readers import Reader
from space.discuss import completing
from space.discuss.completing.found import MOST, Found
from space.kit.fields import one_line
from space.kit.folding import begins_a_word, folded
from space.messages.forms import groups_to_write_to

_GROUPS = 3


def recipients(reader: Reader, typed: str) -> list[Found]:
    """Groups of one's own come first, then people."""
    said = one_line(typed).removeprefix("@")
    wanted = folded(said)
    mine = [one for one in groups_to_write_to(reader) if begins_a_word(wanted, folded(one.name))]
    note = pgettext("completion", "group")
    groups = [Found("group", one.name, one.name, sign=initial(one.name), note=note) for one in mine[:_GROUPS]]
    return [*groups, *completing.people(reader, said)][:MOST]
