"""The key of a vault: kept in several locks, opened by a password or by the printed code."""
