"""Dates and clock times: what they look like, and what they say as EDTF."""
