"""The form of one household: what is typed, and how it becomes a household."""
