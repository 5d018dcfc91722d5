"""Assessment of applications, up to the decision."""
