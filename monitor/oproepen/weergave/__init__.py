"""Every way in which the figures of a call are shown."""
