"""Stories of the demo are written, reviewed, published, translated and talked about again."""

from space.pages.demo.actions.stories.life import Life, key_of, missing

__all__ = ["Life", "key_of", "missing"]
