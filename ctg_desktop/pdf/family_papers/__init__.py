"""Papers of the rights of families: their dossier, an erasure, the register of processing."""
