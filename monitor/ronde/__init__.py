"""The round before a measurement: advisers confirm the figures of their practices, the office follows it."""
