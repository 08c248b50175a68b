"""Pages about this place: guidelines, about, privacy, contact. Ours in every language, until the community writes."""
