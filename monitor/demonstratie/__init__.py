"""What the demonstration of the monitor shows."""
