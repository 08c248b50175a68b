"""Forms of the Blog. They turn what was typed into clean values and change nothing."""
