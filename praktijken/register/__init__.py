"""The register of participants: who they are, where they take part, and one record a person."""
