"""Questionnaires on the page of prints: which one, how it is printed, what it asks."""
