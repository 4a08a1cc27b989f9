"""Other packages that read numbers in Chinese text, and what each is for.

A peer is asked for what it is made for and for nothing else (``asked``). They come with the extra ``[bench]``; one that does not import is
reported as such, with its error.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import adapters as use
from finds import Finder, Row, Scan

import zjreform as zj

NUMERALS = frozenset({"date", "ordinal", "marker", "identifier", "name"})
"""Kinds of numerals that are no quantities; words such as 一般 are none of them."""


@dataclass(frozen=True)
class Peer:
    """A package: what it is for, which figures it is asked for, and how it is called."""

    name: str
    package: str
    task: str
    asked: Callable[[Row], bool]
    finder: Callable[[], Finder]
    scan: Callable[[], Scan] | None = None
    string: Callable[[], Finder] | None = None
    """How it reads a string of one figure, where it has a call of its own for that."""
    gives: tuple[str, ...] = ()
    units: frozenset[str] | None = None
    """The units that it knows; of others it is asked for the number alone."""
    neutral: frozenset[str] = frozenset()
    """Kinds of numerals that belong to its task as well, so that finding one is no fault."""
    part: int = 1
    """Of how many paragraphs it reads one where speed is measured, since it is slow."""

    @property
    def version(self) -> str | None:
        """The installed version, or ``None``."""
        with suppress(PackageNotFoundError):
            return version(self.package)
        return None


def spelt(row: Row) -> bool:
    """Return whether a figure has numerals written as words."""
    return bool(re.search("[〇零一二三四五六七八九十两半兩]|[百千](?![分瓦米克伏])", row["surface"]))


def anything(row: Row) -> bool:
    """Ask for every figure."""
    return row["kind"] == "quantity"


def money_or_time(row: Row) -> bool:
    """Ask for amounts of money and lengths of time."""
    return anything(row) and (row["unit"] in use.MONEY.values() or row["unit"] in use.SPANS)


def nothing(row: Row) -> bool:  # noqa: ARG001 (as the others are called)
    """Ask for no Chinese figure."""
    return False


ALL = (
    Peer(
        "zjreform",
        "zjreform",
        "quantities with unit and bound",
        anything,
        use.ours,
        lambda: zj.figures,
        use.our_string,
        gives=("unit", "bound"),
    ),
    Peer(
        "recognizers-text",
        "recognizers-text-suite",
        "numbers, shares, ages, money, dimensions, temperatures, lengths of time",
        anything,
        use.recognizers,
        use.recognizers_scan,
        gives=("unit",),
        units=frozenset({*use.RECOGNIZED.values(), *use.TIMEX.values(), "%", "岁"}),
        neutral=NUMERALS,
        part=400,
    ),
    Peer(
        "chinese2digits",
        "chinese2digits",
        "numbers anywhere in a text, without unit",
        anything,
        use.chinese2digits,
        use.chinese2digits_scan,
        neutral=NUMERALS,
        part=20,
    ),
    Peer(
        "JioNLP",
        "jionlp",
        "amounts of money and lengths of time",
        money_or_time,
        use.jionlp,
        use.jionlp_scan,
        use.jionlp_string,
        gives=("unit", "bound"),
        neutral=frozenset({"date"}),
        part=100,
    ),
    Peer(
        "cn2an",
        "cn2an",
        "spelt numerals of a sentence, written in digits",
        lambda row: anything(row) and spelt(row),
        lambda: use.rewriting(use.cn2an_scan()),
        use.cn2an_scan,
        neutral=NUMERALS,
        part=4,
    ),
    Peer(
        "WeTextProcessing",
        "WeTextProcessing",
        "spoken numerals of a sentence, written in digits",
        lambda row: anything(row) and spelt(row),
        lambda: use.rewriting(use.wetext_scan()),
        use.wetext_scan,
        neutral=NUMERALS,
        part=40,
    ),
    Peer(
        "quantulum3",
        "quantulum3",
        "quantities of English text",
        nothing,
        use.quantulum3,
        gives=("unit",),
    ),
)


def installed() -> tuple[dict[str, Finder], dict[str, str]]:
    """Return the peers that work here, and of the others why they do not."""
    here: dict[str, Finder] = {}
    missing: dict[str, str] = {}
    for peer in ALL:
        try:
            here[peer.name] = peer.finder()
        except Exception as error:  # noqa: BLE001 (a peer may fail to import in any way; that is what is reported)
            missing[peer.name] = f"{type(error).__name__}: {error}"
    return here, missing
