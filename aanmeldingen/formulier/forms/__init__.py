"""What an applicant fills in, a form for each step."""
