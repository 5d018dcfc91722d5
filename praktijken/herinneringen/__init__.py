"""Reminders: the task list in the product, and one mail a week about what stands in it."""
