"""The directory of people: everybody who has not asked to be left out."""
