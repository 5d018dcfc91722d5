"""How the figures are shown: bytes and text from finished values, no database and no HTTP."""
