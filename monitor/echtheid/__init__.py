"""Whether what is fixed is still what it was: in the database every night, and in an Excel file that came back."""
