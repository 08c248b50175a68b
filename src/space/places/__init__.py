"""Towns of the world by their names and by points on the map; countries. Nothing is asked of others."""
