"""New families: who they are, what they need and agreed to, how they are welcomed, how they go."""
