"""The commands: the use cases of the window, without a display."""
