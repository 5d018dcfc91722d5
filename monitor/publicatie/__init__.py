"""What everybody may read of a fixed measurement: built once, sealed, and shown from that alone.

`waarden` (what is published) ← `vorm` (its canonical form) ← `invullen` (figures in texts), `inhoud` (built from a
fixed measurement) ← `publiceren`; `lezen` and `reeks` (read back) ← `weergave` (bytes). docs/publicaties.md tells
readers.
"""
