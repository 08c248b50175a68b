"""Help for members: how to read, write and look after this place, in the reader's language, with pictures."""
