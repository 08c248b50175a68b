"""What we know of wikis without asking them: where a link in wiki style leads."""

from space.mediawiki.interwiki import Link, resolve, task

__all__ = ["Link", "resolve", "task"]
