"""Progress of experiments: write it down in under a minute, correct it, comment on it."""
