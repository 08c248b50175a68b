"""What we add to Markdown: one file each, with `install(md)` as its door."""
