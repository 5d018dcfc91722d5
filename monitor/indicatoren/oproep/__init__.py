"""The facts of calls, for the indicator that counts them: what they are, and where they are read."""
