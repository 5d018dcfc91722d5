"""What is to be looked at before a measurement is fixed: rules in plain Dutch, with what each does to the figure."""
