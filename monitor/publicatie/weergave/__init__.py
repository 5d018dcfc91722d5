"""Every channel of a publication, made of its content alone."""
