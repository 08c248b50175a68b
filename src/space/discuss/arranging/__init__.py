"""Pages for who looks after categories and tags: their forms, rows and histories."""
