"""What holds for every test."""

from hypothesis import settings

# How long one example takes says something of the machine, nothing of the code.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")
