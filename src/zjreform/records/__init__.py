"""What the dataset holds: one frozen class per table, and the schema derived from them."""
