"""The register of vulnerable persons (code de l’action sociale et des familles, L121-6-1)."""
