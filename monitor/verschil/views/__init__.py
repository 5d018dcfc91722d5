"""The pages of differences: access is checked and the clock read here."""
