"""Drafts as forms and pages know them; `actions/drafts.py` is their only writer."""
