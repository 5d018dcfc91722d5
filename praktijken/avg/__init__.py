"""Personal data leaves when it must: erasing people, removing text, requests, and pointing out while typing."""
