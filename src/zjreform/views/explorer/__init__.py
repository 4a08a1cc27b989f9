"""The explorer: one self-contained page in which the dataset is searched, filtered, drawn and taken away."""
