"""Foreign files: reading them, planning what they would change, writing exports."""
