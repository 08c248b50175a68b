"""The calendar in shapes that other programs and wikis read."""
