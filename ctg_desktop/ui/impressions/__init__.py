"""The page of prints: the booklet as it will be printed, and the way to paper or to a file."""
