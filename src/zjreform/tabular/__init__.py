"""Columns to formats; this room knows columns, not datasets."""
