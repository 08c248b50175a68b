"""Private conversations with people and groups."""
