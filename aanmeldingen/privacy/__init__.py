"""Personal data of people without an account who applied, asked or came: given, erased, and gone after its term."""
