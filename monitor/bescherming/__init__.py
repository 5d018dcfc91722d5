"""Protection of small counts of persons in what is published; docs/bescherming.md tells readers the same.

`waarden` (what is published) ← `vorm` (its canonical form), `afgeleid` (shares, differences, bars), `lezer` (what a
reader can hold true, over all that is published) ← `kennis` ← `controle` (does every protected count keep two values?)
← `beschermen` (which cells go). `stelsel` and `zoek`: integer unknowns, and the search for their values.
"""
