"""An adviser's start page: own practices, and what asks for attention in them."""
