"""The page of the directory: its list, its filters, and the form of one listing."""
