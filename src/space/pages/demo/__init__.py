"""The demo community: invented people, their rooms and conversations, and the pages only a demo has."""
