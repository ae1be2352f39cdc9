"""The register of vulnerable persons, behind a door of its own inside the vault."""
