"""What Discuss tells people of: which kinds there are, whom they concern, and their words."""
