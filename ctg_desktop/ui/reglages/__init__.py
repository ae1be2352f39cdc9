"""The settings of a vault: who it belongs to, the texts of its booklet, chapters and themes."""
