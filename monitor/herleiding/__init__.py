"""From a figure to the records behind it: those that count, and those that do not with the reason."""
