"""For the world: citation, codebook and schemas, generated from the record classes."""
