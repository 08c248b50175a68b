"""What the web server runs: the page cache in front of Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "space.settings")

from space.languages.variant import page_variant
from space.web.handler import handler
from space.web.pagecache import PageCache

application = PageCache(handler(), variant=page_variant)
