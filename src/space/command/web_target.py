"""What each web process loads: the application, in a process that does not outlive its starter."""

import signal

from space.command.dying import die_with_parent

ask_the_kernel = die_with_parent(signal.SIGTERM)
if ask_the_kernel is not None:
    ask_the_kernel()

from space.wsgi import application  # noqa: E402 - the promise above comes first

__all__ = ["application"]
