"""CTG Desktop: the booklet of local resources of a commune, offline."""

__version__ = "0.1.0"

RELEASED = "2026-11-23"
"""The day this version was made, written with it: no clock can be before it."""
