"""Questions to a group: which groups take them, who may do what, and what pages show of it."""
