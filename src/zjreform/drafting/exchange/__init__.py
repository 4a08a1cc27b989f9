"""Codings in the formats of other tools, each with the unit of its offsets stated when written and found out when read."""
