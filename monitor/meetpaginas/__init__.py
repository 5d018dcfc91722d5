"""Pages of measurements and of the records behind a figure: HTTP around `monitor.meten` and `monitor.herleiding`."""
