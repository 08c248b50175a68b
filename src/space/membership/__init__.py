"""The pages of groups: how people come together, lead a group, and leave it."""
