"""Pages about places: the applicant's answer to an offer, and what the office sees and does."""
