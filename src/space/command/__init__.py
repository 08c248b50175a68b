"""The command line: sets up, starts, checks and saves Space. Part of the composition root."""
