"""Back-ups that are proven: what one file holds, how it is made, looked at and brought back."""
