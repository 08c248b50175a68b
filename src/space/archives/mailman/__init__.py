"""The importer of mailing-list archives: finds the messages, threads them, stores what is new."""
