"""Bringing foreign files in, step by step, and writing the directory out."""
