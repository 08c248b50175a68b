"""What the newsroom tells people of, and its words in the language of who reads them."""
