"""From an admitted application to a practice with a plan."""
