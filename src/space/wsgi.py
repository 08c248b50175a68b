"""What the web server runs: the page cache in front of Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "space.settings")

from django.core.wsgi import get_wsgi_application

from space.languages.variant import page_variant
from space.web.pagecache import PageCache

application = PageCache(get_wsgi_application(), variant=page_variant)
