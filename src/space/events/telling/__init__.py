"""What people are told of events, in words that are made when they read it."""
