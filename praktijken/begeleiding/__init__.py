"""Who guides a practice and when, and the times in which it is on hold."""
