"""Interest: an organisation asks to be called; an adviser does, and it can become an application."""
