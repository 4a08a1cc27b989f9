"""Drafts: proposals that a person confirms field by field, and the package that comes of it."""
