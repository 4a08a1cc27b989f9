"""Text from other programs brought to plain text before it is read, with a way back to its own offsets."""
