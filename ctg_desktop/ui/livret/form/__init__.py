"""The form of one listing: what is typed, and how it becomes a listing."""
