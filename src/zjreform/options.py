"""Words that arguments take, as types: a type checker finds a misspelt one before it runs, and each function refuses it when it does."""

from typing import Literal

Labels = Literal["code", "zh", "en"]
"""How coded values are shown in a frame: as the files write them, or by their labels."""

Lang = Literal["zh", "en"]
"""Language of titles, notes and labels."""

Style = Literal["text", "bibtex", "csl-json", "ris"]
"""Form of a citation."""

OnConflict = Literal["error", "ours", "theirs"]
"""What a merge does where one id has two contents."""

PlaceScope = Literal["within", "self"]
"""Whether a place in a question takes in what lies in it."""

Region = Literal["CN", "HK", "MO", "TW"]
"""Where a text is from, which says what a bare 元 is."""

UnitOfAnalysis = Literal["metric", "mention", "case", "award"]
"""What one row of flat rows is."""

PoolBy = Literal["leader", "level", "tier", "domain", "prefecture"]
"""What the strata of a pool are."""

Freq = Literal["M", "Q", "Y"]
"""Length of a period: a month, a quarter or a year."""

Silent = Literal["missing", "never"]
"""What a panel takes the documents' silence on a place for."""

Offsets = Literal["characters", "utf-16", "bytes"]
"""What offsets count: code points (indices of Python), units of UTF-16 (Java, JavaScript), or bytes of UTF-8."""

Errors = Literal["raise", "collect", "coerce"]
"""What happens to a value of a column that is refused."""
