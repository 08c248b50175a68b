"""What we know of wikis without asking them: where a link in wiki style leads. Asking one: `api.py`, `commons.py`."""

from space.mediawiki.interwiki import Link, is_wikimedia, resolve, task

__all__ = ["Link", "is_wikimedia", "resolve", "task"]
