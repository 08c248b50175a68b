"""Pages for who looks after categories and tags: find, ask, act, answer."""
