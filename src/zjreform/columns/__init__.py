"""A column once: what a field holds, the schema of a row class, and rows that flow into frames."""
