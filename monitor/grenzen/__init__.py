"""Municipal borders: read from the file of CBS, simplified, kept per year, and read for a map."""
