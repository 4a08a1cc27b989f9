"""Hypothesis profiles: ``ci`` draws the same examples on every run, so that coverage never hangs on a lucky draw; ``long`` draws 20,000.

``few`` draws enough to reach what can be reached: for measuring coverage.
"""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.register_profile("long", max_examples=20_000, deadline=None, print_blob=True)
settings.register_profile("few", derandomize=True, deadline=None, max_examples=8)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
