"""What stands before the window of a vault: who opens it, with which password or code."""
