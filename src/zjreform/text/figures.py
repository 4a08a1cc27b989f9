"""Figures in running text: every quantity with its exact span and meaning, and on request every other numeral.

``figures`` makes one pass over the text (``scan``) and takes units from neighbours (``sharing``). A surface is always
``text[start:end]``; figures never overlap; the time is linear in the length of the text.
"""

import re
import string
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, overload

from attrs import evolve

from zjreform.arguments import told
from zjreform.columns.rows import Rows
from zjreform.errors import UnknownValueError
from zjreform.fold import fold, fold_running, spellings
from zjreform.mending.mended import Mended, mended
from zjreform.options import Offsets, Region
from zjreform.quantity.units import unit
from zjreform.stored import compiled
from zjreform.text.answers import FigureRows, over, shifted
from zjreform.text.figure import Figure, spelt
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import BUNDLED, Lexicon, built
from zjreform.text.neighbours.sharing import share
from zjreform.text.rules.order import TRIGGERS
from zjreform.text.rules.wordy import wordy
from zjreform.text.scanning.scan import scan
from zjreform.text.scanning.scanner import every_scanner, scanner

_QUANTITY: Final = Kind.QUANTITY
ONLY: Final = frozenset({_QUANTITY})


@overload
def figures(  # type: ignore[overload-overlap]  # a text is an iterable of texts, and is one text
    text: str,
    *,
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: None = None,
    offsets: Offsets = "characters",
) -> Rows[Figure]: ...
@overload
def figures(
    text: Iterable[str | None],
    *,
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[dict[str, Any]]: ...
def figures(
    text: str | Iterable[str | None],
    *,
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[Any]:
    """Return the figures of a Chinese text, in order and disjoint, as rows that become a frame in one call.

    Args:
        text: Any text, in either script; it is not changed, and offsets are its own. Or a column of texts (pandas, polars, Arrow, any
            iterable): each row then has the id of its text, and a missing text gives no row.
        kinds: What to return, one or several; quantities alone by default. Quantities are the same whatever is asked for.
        lexicon: Your own names that contain a numeral beside the bundled ones, or instead of them; the bundled ones by default.
        region: What a bare 元 is: ``"CN"``, ``"HK"``, ``"MO"`` or ``"TW"``; by default the currency stays unstated.
        ids: An id for each text of a column; its index, else the position, where none are given.
        offsets: What they count: ``"characters"`` (code points: ``text[start:end]`` is the surface), ``"utf-16"`` or ``"bytes"``.

    Raises:
        TypeError: The text is none, or a value of the column is none; names its position.
        UnknownValueError: A kind, the region or what offsets count is unknown.
        ValueError: There are not as many ids as texts.

    Example:
        >>> import zjreform as zj
        >>> [str(figure.quantity) for figure in zj.figures("2018年，办理时间由200多个压缩至86个工作日")]
        ['200多个工作日', '86个工作日']
        >>> [(figure.surface, figure.edtf) for figure in zj.figures("第3届于2018年6月开幕", kinds=["date"])]
        [('2018年6月', '2018-06')]
    """
    wanted = ONLY if kinds is None else kinds_of(kinds)
    check_region(region)
    words = BUNDLED if lexicon is None else lexicon
    if not isinstance(text, str):
        return over("figures", lambda one: _of_text(one, wanted, words, region, offsets), text, ids)
    if ids is not None:
        raise TypeError("expected ids beside a column of texts only, got one text")
    return _of_text(text, wanted, words, region, offsets)


def check_region(region: str | None) -> None:
    """Check that the region is one of which a bare 元 is known.

    Raises:
        UnknownValueError: It is none.

    Example:
        >>> check_region("HK")
    """
    if region is not None and region not in [*_CURRENCIES]:
        raise UnknownValueError("region", region, [*_CURRENCIES])


def _of_text(text: str, wanted: frozenset[Kind], words: Lexicon, region: str | None, offsets: Offsets) -> Rows[Figure]:
    if wanted is ONLY and _numeral_in(text) is None:
        return _NONE
    plain = fold_running(text)
    made = mended(plain)
    if made is not None:
        found = tuple([_placed(text, made, one) for one in plain_figures(made.text, wanted, words, region)])
        if Kind.UNREAD in wanted:
            found = tuple(sorted([*found, *_unread(text, made)], key=lambda one: one.start))
        found = tuple(_disjoint(found))
    else:
        found = plain_figures(plain, wanted, words, region)
        if plain is not text:
            found = spelt(text, found)
    if not found:
        return _NONE
    return tuple.__new__(FigureRows, found if offsets == "characters" else shifted(text, found, offsets))


@cache
def _numerals() -> re.Pattern[str]:
    return compiled(f"[{spellings(string.digits + TRIGGERS.removeprefix('0-9'))}{_MENDED}]")


def _numeral_in(text: str) -> object:
    """Return where a text first holds what a figure can be made of, before anything is folded or mended; many lines hold nothing."""
    return _numerals().search(text)


_MENDED: Final = "折摺俩倆仨卌弌弍弐弎&"
"""Characters of which mending makes a numeral."""
_NONE: Final = FigureRows()
"""The figures of a text without any."""


def _disjoint(found: Sequence[Figure]) -> Iterator[Figure]:
    """Leave out what lies in the mended piece of another: both would have its whole span. A quantity stays rather than what is none."""
    quantities = list(_apart(one for one in found if one.quantity is not None))
    starts = [one.start for one in quantities]

    def stays(one: Figure) -> bool:
        before = bisect_left(starts, one.end) - 1
        return before < 0 or quantities[before] is one or (one.quantity is None and quantities[before].end <= one.start)

    return _apart(one for one in found if stays(one))


def _apart(found: Iterable[Figure]) -> Iterator[Figure]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _unread(text: str, made: Mended) -> list[Figure]:
    """Return what could not be read whole, with its span in the text itself."""
    return [Figure(start, end, text[start:end], Kind.UNREAD) for start, end in made.unread()]


def _placed(text: str, made: Mended, one: Figure) -> Figure:
    """Return a figure of a mended text where it stands in the text itself."""
    start, end = made.span(one.start, one.end)
    return evolve(one, start=start, end=end, surface=text[start:end])


def plain_figures(text: str, wanted: frozenset[Kind], words: Lexicon, region: str | None) -> tuple[Figure, ...]:
    """Return the figures of some kinds in folded running text that needs no mending.

    Example:
        >>> [one.surface for one in plain_figures("第3届有8家", frozenset(Kind), BUNDLED, None)]
        ['第3届', '8家']
    """
    others = wanted != ONLY
    found = scan(text, built(words, "every", every_scanner) if others else built(words, "scan", scanner))
    if not found and not others:
        return ()
    mixed = share(text, found)
    if region is not None:
        found = _in_region(found, region)
    if wanted is ONLY:
        return tuple([one for one in found if one.quantity is not None] if mixed else found)
    return tuple([one for one in _with_words(text, found) if one.kind in wanted])


@told
def kinds_of(kinds: Iterable[Kind | str]) -> frozenset[Kind]:
    """Return kinds by their codes or their labels in Chinese (either script) or English, one or several.

    Raises:
        UnknownValueError: There is no such kind.

    Example:
        >>> kinds_of("date") == kinds_of([Kind.DATE]) == kinds_of(["日期"])
        True
    """
    return frozenset(map(_kind, [kinds] if isinstance(kinds, str) else kinds))


def _kind(kind: Kind | str) -> Kind:
    try:
        return Kind(kind)
    except ValueError:
        word = fold(str(kind)).casefold()
        named = next((each for each in Kind if word in {fold(each.zh), each.en.casefold()}), None)
        if named is None:
            raise UnknownValueError("kind", kind, [each.value for each in Kind]) from None
        return named


def _with_words(text: str, found: list[Figure]) -> list[Figure]:
    """Add the dates and ordinals that hold no numeral (全年, 首批) where nothing else stands."""
    more = [
        Figure(start, end, text[start:end], kind, ordinal=ordinal) for start, end, kind, ordinal in wordy(text, found)
    ]
    return sorted([*found, *more], key=lambda figure: figure.start) if more else found


_CURRENCIES: Final = {"CN": "CNY", "HK": "HKD", "MO": "MOP", "TW": "TWD"}


def _in_region(found: list[Figure], region: str) -> list[Figure]:
    here, yuan = unit(_CURRENCIES[region]), unit("yuan")
    return [
        evolve(one, quantity=evolve(one.quantity.to(yuan), unit=here))
        if one.quantity is not None and one.quantity.unit.base == "yuan"
        else one
        for one in found
    ]
