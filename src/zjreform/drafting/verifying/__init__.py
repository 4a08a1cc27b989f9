"""Checking numbers that somebody extracted against the texts they are said to come from."""
