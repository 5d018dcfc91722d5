"""The pages of the form: public, behind a personal link, and those of the office for who is late."""
