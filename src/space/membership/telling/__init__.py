"""What people are told of groups, in words that are made when they read it."""
