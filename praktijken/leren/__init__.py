"""What was learned: lessons, how they come to be shared, and finding them."""
