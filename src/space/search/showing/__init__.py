"""What the pages of search show, ready-made for templates."""
