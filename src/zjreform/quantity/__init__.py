"""What a number means: numerals, units, bounds, quantities, changes and their normalisation."""
