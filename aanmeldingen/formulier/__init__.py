"""The application form: in steps, without an account."""
