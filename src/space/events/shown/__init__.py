"""Events as pages, feeds and machines show them."""
