"""Mail as it is found in archives, turned into texts, threads and safe HTML. Pure: no models, no database."""
