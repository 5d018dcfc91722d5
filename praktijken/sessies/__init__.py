"""Sessions: planning one, and the one screen on the table while it is held."""
