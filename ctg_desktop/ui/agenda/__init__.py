"""The page of the calendar: its list, its month, and the form of one event."""
