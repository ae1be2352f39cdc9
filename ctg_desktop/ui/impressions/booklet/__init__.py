"""The choices of the booklet: how it is printed, and what it is."""
