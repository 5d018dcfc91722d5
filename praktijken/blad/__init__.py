"""The page of one practice: what it shows beyond its records, and changing it part by part in place."""
