"""For eyes: highlighted text and charts."""
