"""The short ways: figures that a pattern reads as the grammar would, only sooner. Without them every text reads the same."""
