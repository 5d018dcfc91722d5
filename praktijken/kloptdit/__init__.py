"""Klopt dit?: participants see what is held about them, by a link of their own, and say what should be different."""
