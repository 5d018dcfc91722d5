"""The plan of a practice: what it was promised, and its steps, on its page and as tasks of its adviser."""
