"""The tables: reading, querying, checking and comparing them."""
