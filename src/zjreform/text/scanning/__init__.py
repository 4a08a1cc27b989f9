"""The one pass over a text: what each numeral is where it stands."""
