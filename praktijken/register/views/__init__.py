"""Pages of the register of participants."""
