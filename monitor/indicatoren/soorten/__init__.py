"""A module for each indicator, with its declaration as `SOORT`; `monitor.indicatoren.register` finds them."""
