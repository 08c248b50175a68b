"""Posts that are chosen to go to another topic, and what will happen then."""
