"""Pages of interest: for the public, and for who makes contact."""
