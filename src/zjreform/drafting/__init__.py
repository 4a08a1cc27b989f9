"""New documents: drafts that a person confirms, agreement between coders, exchange, and others' numbers checked against the text."""
