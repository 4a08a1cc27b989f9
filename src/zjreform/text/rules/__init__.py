"""What a numeral is when it is no quantity: rules with names, grouped by what they find, and their order."""
