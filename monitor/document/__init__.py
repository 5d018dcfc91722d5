"""A document as plain values, and as the tagged PDF that is made of them."""
