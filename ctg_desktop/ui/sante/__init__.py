"""Is the vault well, and its backups: what a person looks at when something worries her."""
