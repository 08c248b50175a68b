"""The newsroom: where stories stand, how long they wait, who has them, and what is missing."""
