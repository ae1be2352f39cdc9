"""CTG Desktop: the booklet of local resources of a commune, offline."""

__version__ = "0.1.0"
