"""Checks across tables, one purpose a file: `structure` is what every reader demands, the others say what contradicts itself."""
