"""Mail out: written in the transaction of its cause, sent by a job."""

from space.notifications.mail.actions import send, send_to_address, waiting_letters
from space.notifications.mail.letters import Thread
from space.notifications.mail.transports import is_set_up

__all__ = ["Thread", "is_set_up", "send", "send_to_address", "waiting_letters"]
