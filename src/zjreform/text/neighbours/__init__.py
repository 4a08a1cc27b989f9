"""What the words and figures around a figure add to it: units, multipliers, senses, and the ends of a change."""
