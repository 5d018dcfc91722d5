"""The figures of an indicator as text and files."""
