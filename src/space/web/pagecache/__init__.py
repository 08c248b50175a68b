"""Whole pages for readers without a session, kept in front of Django (docs/architecture.md, rule 3)."""

from space.web.pagecache.marks import page_for_everybody
from space.web.pagecache.wrapper import PageCache

__all__ = ["PageCache", "page_for_everybody"]
