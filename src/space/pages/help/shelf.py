"""Which pages of help there are, and where their texts and pictures lie."""

from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
PICTURES = Path(__file__).parents[1] / "static" / "pages" / "help"
# Pictures have more dots than points of the page, so that they are sharp on phones.
DOTS = 1.5

# In the order in which one may want to read them.
NAMES = (
    "reading",
    "notifications",
    "search",
    "languages",
    "topics",
    "writing",
    "stories",
    "events",
    "questions-and-polls",
    "together",
    "categories-and-tags",
    "people",
    "messages",
    "keys",
    "moderating",
    "moderation",
)
INDEX = "index"
