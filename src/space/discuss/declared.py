"""All modules of Discuss that declare settings of the community: administrators see these from the start."""

from space.discuss import hints, numbers, numbers_of_responses, topic_numbers, trust
from space.discuss.asking import numbers as of_asking
from space.discuss.drafts import numbers as of_drafts
from space.discuss.history import numbers as of_history
from space.discuss.lists import numbers as of_lists
from space.discuss.polls import numbers as of_polls
from space.discuss.tagging import numbers as of_tagging

MODULES = (
    hints,
    numbers,
    numbers_of_responses,
    topic_numbers,
    trust,
    of_asking,
    of_drafts,
    of_history,
    of_lists,
    of_polls,
    of_tagging,
)
