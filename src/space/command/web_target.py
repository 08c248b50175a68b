"""What each web process loads: the application, in a process that does not outlive its starter."""

import gc

from space.command.dying import end_without_parent

end_without_parent(patience=0)

from space.wsgi import application  # noqa: E402 - the promise above comes first

# What is loaded now stays: without this the collector looks through all of it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)

__all__ = ["application"]
