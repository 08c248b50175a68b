"""The public log: what was done by moderators and by the machine, for everybody to read."""
