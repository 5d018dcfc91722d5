"""Information meetings: planned by the office, signed up for by anybody, and who came."""
