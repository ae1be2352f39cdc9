"""Tests of reading foreign files, planning imports and writing exports."""
