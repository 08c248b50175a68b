"""Pictures of the interface for the pages of help: what is on them, and how they are taken."""
