"""What every public form shares: protection against abuse, and the pages in the footer."""
