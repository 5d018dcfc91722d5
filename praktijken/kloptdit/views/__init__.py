"""Pages of Klopt dit?: those of staff, and the one of the participant."""
