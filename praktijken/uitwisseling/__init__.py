"""A programme's records in and out of an Excel file (begrippen.md §4)."""
