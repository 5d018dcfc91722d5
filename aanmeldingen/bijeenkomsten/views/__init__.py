"""Pages about meetings: of the office, at the door, and of who signs up."""
