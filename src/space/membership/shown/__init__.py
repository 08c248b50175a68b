"""What the pages of groups show."""
