"""Readers of document formats, chosen by what they do to figures."""
