"""Figures in running text: every quantity with its exact span and meaning, and on request every other numeral.

``figures`` makes one pass over the text (``scan``), takes units from neighbours (``sharing``), and gives each figure its sense by the verb
before it. A surface is always ``text[start:end]``; figures never overlap; the time is linear in the length of the text.
"""

from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from zjreform.errors import UnknownValueError
from zjreform.fold import fold
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, unit
from zjreform.text.edtf import edtf
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import BUNDLED, Lexicon
from zjreform.text.scan import Found, scan
from zjreform.text.sharing import bases, share
from zjreform.text.verbs import ADJACENT, DIRECTIONS, ENDS
from zjreform.text.wordy import wordy


@frozen(slots=False)
class Figure:
    """A numeral at its place in a text, and what it says.

    Attributes:
        start: Code-point offset of its first character.
        end: Offset behind its last character.
        surface: The characters themselves: ``text[start:end]``.
        kind: What it is; ``quantity`` unless other kinds are asked for.
        quantity: What a quantity says; ``None`` for every other kind.
        sense: Whether the quantity is a level, or a step up or down by the verb before it (增长3倍); ``None`` for other kinds.
        factor: Result as a multiple of the base, where the text says it: 增长3倍 is ×4, 翻两番 ×4, 减少三成 ×0.7; else ``None``.
        per: Base of a rate before the quantity (每千人口: ``"千人口"``), folded; ``None`` if none stands there.
        edtf: What a date says as EDTF; ``None`` where it leaves the year open, is a clock time or a plan period, and for other kinds.
        ordinal: Number of an ordinal (第三届: 3); ``None`` for other kinds.

    Example:
        >>> import zjreform as zj
        >>> figure = zj.figures("材料减少三成以上")[0]
        >>> figure.surface, figure.quantity, figure.sense.value
        ('三成以上', Quantity(30, '%', at_least), 'decrease')
    """

    start: int
    end: int
    surface: str
    kind: Kind
    quantity: Quantity | None = None
    sense: Sense | None = None
    factor: Quantity | None = None
    per: str | None = None
    edtf: str | None = None
    ordinal: int | None = None


_QUANTITY = Kind.QUANTITY
_LEVEL = Sense.LEVEL
_ONLY: Final = frozenset({_QUANTITY})
_SHARES: Final = frozenset({Dimension.PERCENT, Dimension.MULTIPLE})
_LONGEST = max(map(len, ADJACENT))


def figures(
    text: str, *, kinds: Iterable[Kind | str] | None = None, lexicon: Lexicon | None = None, region: str | None = None
) -> tuple[Figure, ...]:
    """Return the figures of a Chinese text, in order and disjoint.

    Args:
        text: Any text, in either script; it is not changed, and offsets are its own.
        kinds: What to return; quantities alone by default. Quantities are the same whatever is asked for.
        lexicon: Your own names that contain a numeral beside the bundled ones, or instead of them; the bundled ones by default.
        region: What a bare 元 is: ``"CN"``, ``"HK"``, ``"MO"`` or ``"TW"``; by default the currency stays unstated.

    Raises:
        UnknownValueError: A kind or the region is unknown.

    Example:
        >>> import zjreform as zj
        >>> [str(figure.quantity) for figure in zj.figures("2018年，办理时间由200多个压缩至86个工作日")]
        ['200多个工作日', '86个工作日']
        >>> [(figure.surface, figure.edtf) for figure in zj.figures("第3届于2018年6月开幕", kinds=["date"])]
        [('2018年6月', '2018-06')]
    """
    wanted = _ONLY if kinds is None else frozenset(map(_kind, kinds))
    others = kinds is not None and not wanted <= _ONLY
    found = scan(text, BUNDLED if lexicon is None else lexicon, every=others)
    if not found and not others:
        return ()
    found = share(text, found)
    if region is not None:
        found = _in_region(found, region)
    per = bases(text, found)
    if wanted is _ONLY:
        return tuple([_figure(text, one, per.get(at)) for at, one in enumerate(found) if one[2] is _QUANTITY])
    made = [
        _figure(text, one, per.get(at)) if one.kind is _QUANTITY else _other(text, one)
        for at, one in enumerate(found)
        if one.kind in wanted
    ]
    return _with_words(text, found, made, wanted) if others else tuple(made)


def _kind(kind: Kind | str) -> Kind:
    try:
        return Kind(kind)
    except ValueError:
        raise UnknownValueError("kind", kind, [*Kind]) from None


def _figure(text: str, one: Found, per: str | None) -> Figure:
    start, end, kind, quantity, _ = one
    sense = sense_at(text, start) if text[start - 1 : start] in _ENDS else _LEVEL
    factor = None
    if (
        quantity is not None
        and quantity.unit.dimension in _SHARES
        and (sense is not _LEVEL or quantity.unit.code == "×")
    ):
        factor = Change(stated=quantity, sense=sense).factor
    return Figure(start, end, text[start:end], kind, quantity, sense, factor, per)


_ENDS: Final = ENDS | frozenset("長漲縮調減")


def sense_at(text: str, start: int) -> Sense:
    """Return the sense of a figure by the verb directly before it.

    Example:
        >>> sense_at("利润增长了3倍", 5).value, sense_at("产值达3倍", 3).value
        ('increase', 'level')
    """
    before = fold(text[max(0, start - _LONGEST - 1) : start]).removesuffix("了")
    for length in range(min(_LONGEST, len(before)), 0, -1):
        verb = before[-length:]
        if verb in ADJACENT:
            return DIRECTIONS[verb]
    return _LEVEL


def _other(text: str, one: Found) -> Figure:
    surface = text[one.start : one.end]
    value = one.quantity.value if one.quantity is not None else None
    date = edtf(fold(surface)) if one.kind is Kind.DATE else None
    return Figure(one.start, one.end, surface, one.kind, edtf=date, ordinal=None if value is None else int(value))


def _with_words(text: str, found: list[Found], made: list[Figure], wanted: frozenset[Kind]) -> tuple[Figure, ...]:
    """Add the dates and ordinals that hold no numeral (全年, 首批) where nothing else stands."""
    more = [
        Figure(start, end, text[start:end], kind, ordinal=ordinal)
        for start, end, kind, ordinal in wordy(text, found)
        if kind in wanted
    ]
    return tuple(sorted([*made, *more], key=lambda figure: figure.start)) if more else tuple(made)


_CURRENCIES: Final = {"CN": "CNY", "HK": "HKD", "MO": "MOP", "TW": "TWD"}


def _in_region(found: list[Found], region: str) -> list[Found]:
    code = _CURRENCIES.get(region)
    if code is None:
        raise UnknownValueError("region", region, [*_CURRENCIES])
    here, yuan = unit(code), unit("yuan")
    return [
        one._replace(quantity=evolve(one.quantity.to(yuan), unit=here))
        if one.quantity is not None and one.quantity.unit.base == "yuan"
        else one
        for one in found
    ]
