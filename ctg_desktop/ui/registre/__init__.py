"""The register of vulnerable persons: its door, and what is done once it is open."""
