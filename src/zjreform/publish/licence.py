"""Title, licence and makers of the dataset, said once for every description of it."""

from typing import Final

from zjreform.lazy import LazyPattern

TITLE_EN: Final = "zjreform: the evidence base of Zhejiang's “run at most once” reform"
TITLE_ZH: Final = "zjreform：浙江“最多跑一次”改革的证据库"
DESCRIPTION: Final = (
    "Every award, every case and every reported figure of five documents on Zhejiang's “run at most once” (最多跑一次) reform, "
    "2016–2019, each figure traceable to the characters it stands in, with both codings of every hand-coded field."
)
MAKERS: Final = "The zjreform authors"
LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"
LICENCE_PATH: Final = "https://creativecommons.org/licenses/by/4.0/"
CODE_LICENCE: Final = "MIT"
KEYWORDS: Final = (
    "Zhejiang",
    "public administration",
    "administrative reform",
    "policy diffusion",
    "quantities in text",
    "最多跑一次",
)


def year_of(version: str) -> str:
    """Return the year of a data version.

    Example:
        >>> year_of("2026.11.0")
        '2026'
    """
    return version.partition(".")[0]


def month_of(version: str) -> str:
    """Return year and month of a data version, as an ISO date without a day; ``""`` for a version that is no date.

    Example:
        >>> month_of("2026.11.0"), month_of("2027.3.1"), month_of("0.1.0")
        ('2026-11', '2027-03', '')
    """
    dated = _DATED.match(version, 0)
    return f"{dated[1]}-{dated[2]:0>2}" if dated else ""


_DATED = LazyPattern(r"([0-9]{4})\.(0?[1-9]|1[0-2])(?:\.|\Z)")
