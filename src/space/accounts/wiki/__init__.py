"""Coming in with an account of the wikis: OAuth 2 against MediaWiki, and what follows from what it says."""
