"""Cards: one record each, as a notebook shows it."""
