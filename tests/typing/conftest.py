"""The files for type checkers are no tests and must not be imported."""

collect_ignore = ["sample.py", "refused.py"]
