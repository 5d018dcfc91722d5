"""Interest in a call, and the contact that follows."""
