"""The demonstration of the intake: the call of 2014, with organisations and people who do not exist."""
