"""Versions: of the code, and of the data apart from it."""

__version__ = "0.1.0"
"""Version of the code; the build reads it here."""

DATA_VERSION = "2026.11.2"
"""Year, month and number of the release of the bundled data; a change of any row raises it."""
