"""Information meetings: signing up, coming, thanks."""
