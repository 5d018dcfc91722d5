"""Pages about calls: of the office, and of everybody."""
