"""For eyes: cards of records, marked texts, charts, and a page to look around in; nothing above imports this room."""
