"""What each web process loads: the application, in a process that does not outlive its starter."""

from space.command.dying import end_without_parent
from space.command.loaded import keep_what_is_loaded

end_without_parent(patience=0)

from space.wsgi import application  # noqa: E402 - the promise above comes first

keep_what_is_loaded()

__all__ = ["application"]
