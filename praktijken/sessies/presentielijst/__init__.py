"""A list of attendance: read, matched to participants, shown, and confirmed once. The list itself is never stored."""
