"""How quick Space is, measured: README.md says how to run it and what was found."""
