"""The forms for logging in, passwords and accounts."""
