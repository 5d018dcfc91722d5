"""The safe, streaming reader of .xlsx files. Imports no Django, so that its child process starts fast."""
