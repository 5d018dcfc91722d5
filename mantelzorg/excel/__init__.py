"""The safe, streaming reader of .xlsx files. Imports no Django, so that its child process starts fast."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a workbook is called where files have a media type."""
