"""The programme office's overview: all practices at once, views by name, bulk actions, and the search through all."""
