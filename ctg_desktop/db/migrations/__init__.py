"""Alembic's migrations of a vault; see ``db.schema``."""
