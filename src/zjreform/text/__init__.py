"""Running text: the figures, changes and terms that stand in it."""
