"""Version of the data, apart from the version of the code."""

DATA_VERSION = "2026.11.1"
"""Year, month and number of the release of the bundled data; a change of any row raises it."""
