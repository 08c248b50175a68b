"""The first page, made of blocks. Administrators order them, hide them, and write those that hold words."""
