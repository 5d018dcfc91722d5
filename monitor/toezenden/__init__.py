"""A link to what is delivered of a measurement, by mail to people with an account, when it is time."""
