"""Tags on topics: which are known, which somebody wants, and what administrators may change about them."""
