"""New accounts that somebody looks at before they are let in."""
