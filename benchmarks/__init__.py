"""What the product costs in time and memory, measured: `python -m benchmarks.meet`. Nothing here is a test."""
