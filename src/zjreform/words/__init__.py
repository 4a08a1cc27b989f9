"""Words that say something beside a number: each said once, as data, with what makes it a part of another word."""
