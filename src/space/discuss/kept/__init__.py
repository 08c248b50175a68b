"""What Discuss keeps of a person: what it is (parts.py), what a copy has of it (rows.py)."""
