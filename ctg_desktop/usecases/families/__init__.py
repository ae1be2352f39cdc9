"""Families: kept, welcomed, told where to go, and given their rights."""
