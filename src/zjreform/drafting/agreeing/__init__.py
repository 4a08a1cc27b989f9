"""How far coders agree: measures that say when they are undefined, and differences to settle."""
