"""What the pages of the assessment ask and do."""
