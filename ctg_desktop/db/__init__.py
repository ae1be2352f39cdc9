"""The vault: one SQLite file, its change journal and its search index.

Only this package knows SQLAlchemy. What comes in and goes out are the domain's frozen dataclasses.
"""
