"""Labels of what days are counted in, in Chinese and English."""

from collections.abc import Mapping
from types import MappingProxyType

DAY_BASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"calendar": ("自然日", "calendar days"), "working": ("工作日", "working days")}
)
"""What ``days`` counts, with labels."""
