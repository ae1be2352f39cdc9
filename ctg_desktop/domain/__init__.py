"""Frozen dataclasses and pure rules. No input or output, no clock."""
