"""Lists of topics: what is wanted of them, the queries that bring them, their rows and their counts."""
