"""New families: the list, who they are, how they are welcomed, what they may ask."""
