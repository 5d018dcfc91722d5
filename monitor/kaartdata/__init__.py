"""How `manage.py maak_kaartdata` makes the shipped map data from the sources that LICENTIES.md names."""
