"""History on the product's own pages: what changed, two moments side by side, and putting back."""
