"""Reading the rows that history keeps: what a version held, as people read it."""
